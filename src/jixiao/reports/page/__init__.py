"""report.html: the whole report as one self-contained page on which every score opens its derivation."""

from jixiao.reports.page.rendering import report_html

__all__ = ["report_html"]
