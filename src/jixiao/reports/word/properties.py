"""What a finished file says about itself: its title, nothing about who made the template or when."""

from jixiao.reports.word.markup import escaped
from jixiao.reports.word.package import Package, parsed

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_EXTENDED = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_EXTENDED_NAMES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def write_properties(package: Package, title: str) -> None:
    """Replace the template's properties by the report's; of the template's only the company stays.

    No date is written, so that the same report gives the same file.
    """
    core = package.related("", "core-properties")
    extended = package.related("", "extended-properties")
    company = _company(package.parts[extended]) if extended in package.parts else ""
    if core is None:
        core = "docProps/core.xml"
        package.relate("", "core-properties", core)
    package.put(core, _core(title).encode(), _CORE)
    if extended is not None:
        package.put(extended, _extended(company).encode(), _EXTENDED)


def _company(data: bytes) -> str:
    return parsed(data).findtext(f"{{{_EXTENDED_NAMES}}}Company") or ""


def _core(title: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties'
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>Jixiao</dc:creator><dc:language>zh-CN</dc:language>"
        "<cp:lastModifiedBy>Jixiao</cp:lastModifiedBy></cp:coreProperties>"
    )


def _extended(company: str) -> str:
    named = f"<Company>{escaped(company)}</Company>" if company else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_EXTENDED_NAMES}"><Application>Jixiao</Application>{named}</Properties>'
    )
