"""What an audit found, as JSON and in the terminal."""

from jixiao.reports.audited.audited import Audited
from jixiao.reports.audited.results import audited_json
from jixiao.reports.audited.terminal import print_audited

__all__ = ["Audited", "audited_json", "print_audited"]
