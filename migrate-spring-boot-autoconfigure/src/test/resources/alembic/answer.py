"""Answers questions about revision graphs with the real Alembic.

Reads lines of fields separated by tabs, writes them again, each question followed by its answer:

    G  seed                                a graph begins
    R  id  downs  labels  dependencies     one of its revisions; lists are separated by blanks
    Q  command  rows  argument             a question
    A  ok|error|crash  ...                 the answer

The first line of the output names the version of Alembic. Nothing touches a database: rows are kept by Alembic's own
maintainer of heads, whose statements go nowhere.
"""
import sys
import warnings
from types import SimpleNamespace

import alembic
import sqlalchemy
from alembic.runtime.migration import HeadMaintainer
from alembic.script import ScriptDirectory
from alembic.script.revision import MultipleHeads, RangeNotAncestorError, ResolutionError, Revision, RevisionMap
from alembic.util import CommandError

warnings.simplefilter("ignore")

MODULE = SimpleNamespace(upgrade=lambda: None, downgrade=lambda: None)
TABLE = sqlalchemy.Table("version", sqlalchemy.MetaData(), sqlalchemy.Column("version_num", sqlalchemy.String))
CONTEXT = SimpleNamespace(as_sql=True, _version=TABLE, impl=SimpleNamespace(_exec=lambda statement: None))

# What a message begins with, where the class of an error does not tell
MESSAGES = {
    "Multiple revisions start": "AMBIGUOUS",
    "Ambiguous walk": "AMBIGUOUS_WALK",
    "Ambiguous upgrade": "AMBIGUOUS_WALK",
    "Relative revision": "OUT_OF_RANGE",
    "Walked too far": "OUT_OF_RANGE",
    "Requested revision": "OVERLAP",
    "Not a valid downgrade target": "INVALID_TARGET",
}


def directory(revisions):
    result = ScriptDirectory.__new__(ScriptDirectory)
    result.revision_map = RevisionMap(lambda: revisions)
    return result


def revision(name, downs, labels, dependencies):
    result = Revision(name, tuple(downs) or None, tuple(dependencies) or None, tuple(labels) or None)
    result.module = MODULE
    result.doc = ""
    return result


def kind(error, command):
    cause = error.__cause__ or error
    message = str(cause)
    if isinstance(cause, MultipleHeads):
        return "MULTIPLE_HEADS"
    if isinstance(cause, RangeNotAncestorError):
        return "INVALID_RANGE" if command == "history" else "INVALID_TARGET"
    if "not a member of branch" in message:
        return "NOT_IN_BRANCH"
    for beginning, name in MESSAGES.items():
        if message.startswith(beginning):
            return name
    return "UNKNOWN_REVISION" if isinstance(cause, ResolutionError) else "OTHER " + message


def ids(revisions):
    return " ".join(each.revision for each in revisions)


def run(steps, rows):
    """The rows after each step, as far as Alembic gets."""
    heads = HeadMaintainer(CONTEXT, rows)
    states = []
    for step in steps:
        try:
            heads.update_to_step(step)
        except (AssertionError, KeyError, IndexError):
            states.append("crash")
            break
        states.append(" ".join(sorted(heads.heads)))
    return states


def migrate(steps, rows):
    return " ".join(step.revision.revision for step in steps) + "\t" + ",".join(run(steps, rows))


def history(script, rows, argument):
    base, head = argument.split(":")
    start = rows if base == "current" else base or "base"
    end = rows if head == "current" else head or "heads"
    return ids(script.walk_revisions(base=start or "base", head=end or "heads"))


def answer(script, command, rows, argument):
    if command == "upgrade":
        return migrate(script._upgrade_revs(argument, rows), rows)
    if command == "downgrade":
        return migrate(script._downgrade_revs(argument, rows), rows)
    if command == "stamp":
        states = run(script._stamp_revs(tuple(argument.split(" ")), rows), rows)
        return states[-1] if states else " ".join(sorted(rows))
    if command == "resolve":
        return " ".join(each.revision for each in script.get_revisions(argument))
    if command == "history":
        return history(script, rows, argument)
    if command == "current":
        return " ".join(sorted(each.revision for each in script.get_all_current(rows)))
    if command == "heads":
        return " ".join(sorted(script.get_heads()))
    if command == "branches":
        return ids(each for each in script.walk_revisions() if each.is_branch_point)
    if command == "labels":
        return " ".join(sorted(script.get_revision(argument).branch_labels))
    raise ValueError(command)


def main():
    print("Alembic " + alembic.__version__)
    revisions, script = [], None
    for line in sys.stdin.read().splitlines():
        print(line)
        fields = line.split("\t")
        if fields[0] == "G":
            revisions, script = [], None
        elif fields[0] == "R":
            revisions.append(revision(fields[1], *(field.split() for field in fields[2:5])))
        elif fields[0] == "Q":
            script = script or directory(revisions)
            command, rows, argument = fields[1], tuple(fields[2].split()), fields[3]
            try:
                print("A\tok\t" + answer(script, command, rows, argument))
            except CommandError as error:
                print("A\terror\t" + kind(error, command))
            except (AssertionError, AttributeError, KeyError, TypeError) as error:
                print("A\tcrash\t" + type(error).__name__)


main()
