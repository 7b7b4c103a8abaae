"""The commands and their exit codes: 0 done, 1 findings of severity error, 2 input refused.

Everything heavy is imported by the command that needs it, so that `jixiao --help` answers at once.
"""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from jixiao import __version__
from jixiao.cli.chinese import Command, Group, mistyped
from jixiao.refusals import Problem, Refusal

DONE, FOUND_ERRORS, REFUSED = 0, 1, 2

app = typer.Typer(
    name="jixiao",
    help="绩效：按写明的规则评价财政资金，每一分都能复核。",
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

CaseArgument = Annotated[
    Path, typer.Argument(metavar="案例", help="案例文件夹，或由它导出的 .xlsx 工作簿", show_default=False)
]
TemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--template", metavar="模板.docx", help="用这份 Word 模板写报告；不写则用默认模板", show_default=False
    ),
]
PagesOption = Annotated[
    bool,
    typer.Option("--pages/--no-pages", help="有 LibreOffice 时为 Word 目录填上页码（要几秒钟）", show_default=False),
]
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取")]


def main() -> NoReturn:
    """Run the command line; a refusal is told on standard error, one line per problem."""
    try:
        sys.exit(app(standalone_mode=False))
    except TyperException as mistake:
        print(mistyped(mistake.format_message(), getattr(mistake, "ctx", None)), file=sys.stderr)
        sys.exit(REFUSED)
    except Refusal as refusal:
        for problem in refusal.problems:
            print(problem, file=sys.stderr)
        sys.exit(REFUSED)


@app.callback(invoke_without_command=True)
def _version(
    context: typer.Context, version: Annotated[bool, typer.Option("--version", help="显示版本号")] = False
) -> None:
    if version:
        typer.echo(f"jixiao {__version__}")
        raise typer.Exit(DONE)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(REFUSED)


@app.command("evaluate", cls=Command, help="评价一个部门：按规则计分，给出等级，逐项说明得分过程。")
def evaluate_command(
    case: CaseArgument,
    out: Annotated[Path | None, typer.Option(metavar="目录", help="把结果写到这个目录；不写则只显示")] = None,
    template: TemplateOption = None,
    pages: PagesOption = True,
    as_json: JsonOption = False,
) -> None:
    """Score a case, show it, and with `--out` write report and plan in Word, the page, the workbook and the JSON."""
    from jixiao.cli.evaluating import run_evaluate

    raise typer.Exit(run_evaluate(case, out, as_json, template, pages))


@app.command("whatif", cls=Command, help="假设某些数据或认定改变，看得分和等级怎样变化。")
def whatif_command(
    case: CaseArgument,
    changes: Annotated[
        list[str],
        typer.Argument(
            metavar="名称=值…", help="如 在职人员数=18、支出总额〔决算〕=440.00、B2.1③=符合", show_default=False
        ),
    ],
    as_json: JsonOption = False,
) -> None:
    """Score a case before and after the changes and show what moved."""
    from jixiao.cli.evaluating import run_whatif

    raise typer.Exit(run_whatif(case, changes, as_json))


@app.command("convert", cls=Command, help="把案例文件夹转成 Excel 工作簿，或把工作簿转成文件夹，内容不丢失。")
def convert_command(
    case: CaseArgument,
    target: Annotated[Path, typer.Argument(metavar="目标", help="要写成的 .xlsx 文件或文件夹", show_default=False)],
) -> None:
    """Turn one form of a case into the other; an existing target is refused."""
    from jixiao.cli.converting import run_convert

    raise typer.Exit(run_convert(case, target))


@app.command("new", cls=Command, help="由指标体系模板新建一个空白案例，或写出默认的 Word 模板供修改。")
def new_command(
    target: Annotated[
        Path | None, typer.Argument(metavar="目标", help="新案例的文件夹，或 .xlsx 工作簿", show_default=False)
    ] = None,
    pack: Annotated[str, typer.Option(metavar="名称", help="指标体系模板；不写则列出可用的模板")] = "",
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="文件.docx", help="把默认的报告模板写到这个文件，在 Word 中改样式后使用", show_default=False
        ),
    ] = None,
    plan: Annotated[bool, typer.Option("--plan", help="与 --template 同用：写出工作方案的模板")] = False,
) -> None:
    """Write an empty case from a pack, or the default template of the report or the plan."""
    from jixiao.cli.converting import run_new, run_new_template

    if template is None and not plan:
        raise typer.Exit(run_new(target, pack))
    if template is None or target is not None or pack:
        found, mend = (
            "混在一起的两件事",
            "请写成 jixiao new 目标 --pack 名称，或 jixiao new --template 文件.docx [--plan]",
        )
        raise Refusal(Problem("jixiao new", "", found, "新建案例，或写出 Word 模板", mend))
    raise typer.Exit(run_new_template(template, plan))


@app.command(
    "indicators", cls=Command, help="从 Word、Excel、PDF、网页或文本中读出指标体系表，逐条读评分规则，核对权重。"
)
def indicators_command(
    file: Annotated[
        Path, typer.Argument(metavar="文件", help="含指标体系表的报告、工作方案或表格", show_default=False)
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="目录", help="写成一个新案例的文件夹；不写则只显示", show_default=False)
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Import the indicator system of a document, and with `--out` begin a case with it."""
    from jixiao.cli.importing import run_indicators

    raise typer.Exit(run_indicators(file, out, as_json))


@app.command("audit", cls=Command, help="核查写好的报告或表：逐个核对其中的数字，指出不可能成立之处。")
def audit_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="文件…", help="Word、PDF、Excel、网页或文本；可写多个，也可写文件夹", show_default=False
        ),
    ],
    form: Annotated[str, typer.Option("--format", metavar="text|json|html|docx", help="输出的形式")] = "text",
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="路径", help="写到这个文件；多份文件时是存放结果的文件夹，再次运行接着做", show_default=False
        ),
    ] = None,
    comments: Annotated[
        Path | None,
        typer.Option(metavar="文件.docx", help="另写一份带批注的 Word 副本（原文件须是 .docx）", show_default=False),
    ] = None,
    place: Annotated[str, typer.Option(metavar="地区", help="适用哪里的规定，如 河南")] = "",
    year: Annotated[int | None, typer.Option(metavar="年度", help="评价年度", show_default=False)] = None,
    since: Annotated[
        Path | None,
        typer.Option(metavar="旧结果.json", help="与以前的结果比较：已消除、仍存在、新出现", show_default=False),
    ] = None,
    accepted: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="编号", help="认可这一条（可多次给出），不再计为错误", show_default=False),
    ] = None,
    reason: Annotated[str, typer.Option(metavar="理由", help="与 --accept 同用：为什么认可")] = "",
    author: Annotated[str, typer.Option(metavar="姓名", help="与 --accept 同用：谁认可")] = "",
    engine: Annotated[
        str, typer.Option(metavar="local|spark", help="多份文件在本机几个进程中核查，或在 Apache Spark 上核查")
    ] = "local",
    time_limit: Annotated[
        int, typer.Option(metavar="秒", min=1, help="多份文件时每份最多用的时间，超过的停止，其余照常核查")
    ] = 300,
) -> None:
    """Audit documents and show each contradiction with its place, the stated and the recomputed value."""
    from jixiao.cli.auditing import Acceptances, Wanted, run_audit
    from jixiao.cli.auditjobs import Setting

    acceptances = Acceptances(tuple(accepted or ()), reason, author)
    setting = Setting(place, year)
    wanted = Wanted(files, setting, time_limit, form, out, comments, since, engine, acceptances)
    raise typer.Exit(run_audit(wanted))


@app.command("survey", cls=Command, help="分析满意度调查：答卷在前，给出满意度、区间和附件；只有方案的，写出问卷。")
def survey_command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="文件", help="答卷（问卷星导出、.xlsx、.xls、.csv）或调查方案（.yaml）", show_default=False
        ),
    ] = None,
    study: Annotated[
        Path | None,
        typer.Option("--study", metavar="方案.yaml", help="调查方案：调查对象、问卷、赋值办法", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="目录", help="写出分析报告、统计表、问卷等；不写则只显示", show_default=False),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    from jixiao.cli.surveying import run_survey

    raise typer.Exit(run_survey(files or (), study, out, as_json))


@app.command(
    "verify", cls=Command, help="核验项目支出绩效自评表：一份、成批或整库；重算得分，逐项指出问题，写出更正表。"
)
def verify_command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="文件…", help="自评表（Word、Excel、PDF、网页、文本）、文件夹或自评表库", show_default=False
        ),
    ] = None,
    profile: Annotated[
        str, typer.Option(metavar="表样", help="表样名称（如 A、B、N）或自己的 .yaml；不写则自动识别")
    ] = "",
    store: Annotated[
        Path | None,
        typer.Option(metavar="文件夹", help="另存为自评表库（Parquet），以后可以直接核验", show_default=False),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            metavar="duckdb|spark",
            help="在本机或 Apache Spark 集群上核验",
        ),
    ] = "duckdb",
    out: Annotated[
        Path | None,
        typer.Option(metavar="文件夹", help="写出问题清单、统计、更正表和总览；再次运行接着做", show_default=False),
    ] = None,
    sample: Annotated[int, typer.Option(metavar="份数", min=0, help="现场复核抽样的份数")] = 30,
    seed: Annotated[int, typer.Option(metavar="整数", help="抽样的种子；同样的种子抽出同样的样本")] = 20,
    new: Annotated[
        Path | None,
        typer.Option(metavar="目标.yaml", help="由绩效目标（或以前的自评表）写出空白自评表", show_default=False),
    ] = None,
    printed: Annotated[
        Path | None,
        typer.Option(
            "--print", metavar="文件夹", help="把填好的自评表照原填按表样重新印出（.docx 和 .xlsx）", show_default=False
        ),
    ] = None,
    department: Annotated[
        Path | None,
        typer.Option(metavar="部门.yaml", help="由项目自评表汇总写出部门自评：表、项目汇总、报告", show_default=False),
    ] = None,
    time_limit: Annotated[int, typer.Option(metavar="秒", min=1, help="成批时每份文件最多用的时间")] = 300,
    as_json: JsonOption = False,
) -> None:
    """Verify forms, or draw empty ones, or make a department's self-evaluation of its projects' forms."""
    from jixiao.cli.verifying import run_verify
    from jixiao.cli.verifywanted import Wanted

    asked = Wanted(
        paths or (), profile, store, engine, as_json, out, new, printed, department, sample, seed, time_limit
    )
    raise typer.Exit(run_verify(asked))


@app.command("rule", cls=Command, help="读一条评分规则：读成什么、规范表述、各种情形得多少分；读不懂的说明原因。")
def rule_command(
    text: Annotated[str, typer.Argument(metavar="句子", help="评分规则原文", show_default=False)] = "",
    weight: Annotated[str, typer.Option(metavar="分值", help="指标的权重分值")] = "",
    target: Annotated[str, typer.Option(metavar="目标值", help="指标的目标值一栏")] = "",
    criteria: Annotated[
        list[str] | None, typer.Option(metavar="要点", help="评价要点，可多次给出", show_default=False)
    ] = None,
    given: Annotated[
        str, typer.Option("--input", metavar="数据", help='试算：这些数据得多少分，如 "rate: 93%"', show_default=False)
    ] = "",
    lines: Annotated[
        bool, typer.Option("--jsonl", help="从标准输入逐行读 JSON（text、weight、input…），逐行输出得分")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show how a sentence is read and what it gives, or answer lines of JSON."""
    from jixiao.cli.ruling import question_typed, run_rule, run_rule_lines

    if lines and not text:
        raise typer.Exit(run_rule_lines())
    if lines or not text.strip():
        found = "--jsonl 和一个句子" if lines else "没有规则的句子"
        mend = '请写成 jixiao rule "达到95%得满分，每低1个百分点扣0.5分" --weight 5，或 jixiao rule --jsonl < 文件'
        raise Refusal(Problem("jixiao rule", "", found, "一条规则的句子，或者 --jsonl", mend))
    raise typer.Exit(run_rule(question_typed(text, weight, target, tuple(criteria or ()), given), as_json))
