"""How a sentence was read, on the terminal and as a tree for programs."""

from jixiao.reports.ruleview.asjson import reading_json
from jixiao.reports.ruleview.reading import print_reading, print_unread
from jixiao.reports.ruleview.trial import Trial, print_trial, trial_of

__all__ = ["Trial", "print_reading", "print_trial", "print_unread", "reading_json", "trial_of"]
