"""How long answers of a survey take: read, matched, judged for validity, and reckoned; with the most memory taken.

Every run is a process of its own, so that its memory is its own. The peers read the same file row by row and count the
options of every question, which is the least that anybody needs: `csv.DictReader` for CSV, openpyxl for .xlsx.
"""

import csv
import json
import random
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import xlsxwriter

MILLION, HUNDRED_THOUSAND = 1_000_000, 100_000
RUNS = 3
DEGREES = ["A.非常满意", "B.满意", "C.一般", "D.不满意", "E.非常不满意", "F.不了解"]
SERVICES = ["社保", "医保", "公积金", "不动产", "其他"]
IDENTITY = {
    "性别": ["男", "女"],
    "年龄": ["18岁以下", "18-30岁", "31-50岁", "51岁以上"],
    "身份": ["群众", "企业", "工作人员"],
}
LEADING = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]

OURS = """
import resource, sys, time
from pathlib import Path
begun = time.perf_counter()
from jixiao.surveys.incoming import read_answers
answers = read_answers([Path(sys.argv[1])])
if sys.argv[2] == "reckoned":
    from jixiao.surveys.statistics.groups import group_result
    from jixiao.surveys.study import Study, StudyGroup
    group = StudyGroup(name="群众", answers=(sys.argv[1],))
    group_result(group, answers, Study(name="调查", groups=(group,)))
"""
CSV_PEER = """
import resource, sys, time
begun = time.perf_counter()
import csv
from collections import Counter, defaultdict
counts = defaultdict(Counter)
with open(sys.argv[1], encoding="utf-8-sig", newline="") as stream:
    for row in csv.DictReader(stream):
        for heading, answer in row.items():
            if "、" in heading:
                counts[heading][answer] += 1
"""
XLSX_PEER = """
import resource, sys, time
begun = time.perf_counter()
import openpyxl
from collections import Counter
rows = openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)
headings = next(rows)
counts = [Counter() for _ in headings]
for row in rows:
    for counter, answer in zip(counts[6:], row[6:]):
        counter[answer] += 1
"""
MEASURED = """
import json
used = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([time.perf_counter() - begun, used / 1024]))
"""


@dataclass(frozen=True)
class Measured:
    """Seconds of the median and of the fastest run, and the most MiB that any of them took."""

    median: float
    fastest: float
    memory: float

    def __str__(self) -> str:
        return f"{self.median:.1f} ({self.fastest:.1f}), {self.memory:,.0f} MiB"


def answers(count: int) -> Iterator[list[str]]:
    """So many exported answers: three questions of identity, ten of satisfaction, one multiple choice, one open."""
    drawn = random.Random(count)
    begin = datetime(2023, 7, 1)
    names = [f"您的{name}" for name in IDENTITY] + [f"您对第{number}项服务是否满意？" for number in range(1, 11)]
    asked = [*names, "您办理过哪些业务？[多选题]", "您的意见和建议"]
    yield [*LEADING, *(f"{number}、{name}" for number, name in enumerate(asked, 1))]
    for number in range(1, count + 1):
        time = begin + timedelta(seconds=number)
        address = f"{drawn.randint(1, 223)}.{drawn.randint(0, 255)}.{drawn.randint(0, 255)}.{drawn.randint(0, 255)}"
        remark = drawn.choice(["", "无", "很好", f"建议增加窗口{drawn.randint(0, 300_000)}"])
        yield [
            *(
                str(number),
                f"{time:%Y/%m/%d %H:%M:%S}",
                f"{drawn.randint(20, 400)}秒",
                "微信",
                "N/A",
                f"{address}(河南)",
            ),
            *map(drawn.choice, IDENTITY.values()),
            *drawn.choices(DEGREES, [60, 25, 8, 3, 2, 2], k=10),
            "┋".join(drawn.sample(SERVICES, drawn.randint(1, 3))),
            remark,
        ]


def rows(folder: Path) -> Iterator[tuple[str, Measured, Measured | None]]:
    """What is measured: its name, ours, the peer's on the same file."""
    text, book = folder / "answers.csv", folder / "answers.xlsx"
    with text.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(answers(MILLION))
    with xlsxwriter.Workbook(book, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(answers(HUNDRED_THOUSAND)):
            sheet.write_row(number, 0, row)
    peer = measured(CSV_PEER, text)
    yield f"{MILLION:,} answers as CSV read, matched, judged (peer: csv.DictReader)", measured(OURS, text, "read"), peer
    yield "the same, and the group reckoned with its intervals", measured(OURS, text, "reckoned"), peer
    yield (
        f"{HUNDRED_THOUSAND:,} answers as .xlsx read, matched, judged (peer: openpyxl, read-only)",
        measured(OURS, book, "read"),
        measured(XLSX_PEER, book),
    )


def measured(program: str, *arguments: str | Path) -> Measured:
    """Some runs of the program on the arguments."""
    command = [sys.executable, "-c", program + MEASURED, *map(str, arguments)]
    runs = [_run(command) for _ in range(RUNS)]
    seconds = [run[0] for run in runs]
    return Measured(statistics.median(seconds), min(seconds), max(run[1] for run in runs))


def _run(command: Sequence[str]) -> tuple[float, float]:
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def table(folder: Path) -> Iterator[str]:
    """The lines of the Markdown table."""
    yield "| work | Jixiao, s: median (fastest), memory | peer, s: median (fastest), memory | ratio of the medians |"
    yield "| --- | --: | --: | --: |"
    for name, ours, peer in rows(folder):
        theirs = f"{peer} | {ours.median / peer.median:.1f}" if peer else " | "
        yield f"| {name} | {ours} | {theirs} |"
