"""An audit as one page of HTML: the findings beside the document they speak of."""

from jixiao.reports.audited.page.rendering import audited_html

__all__ = ["audited_html"]
