"""Every error that a user can cause, as a tree; each has a stable code, an exit code and a next step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from taahodname.findings import Finding, Report


class TaahodnameError(Exception):
    """The root of the tree.

    Args:
        message: a Persian sentence that says what is wrong and what to do.
        message_en: the same in English.
    """

    code = "error"
    exit_code = 2

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message = message
        self.message_en = message_en

    def __reduce__(self) -> tuple[object, ...]:
        # An error crosses from a worker process as it is, whatever its own arguments were.
        return _restored, (type(self), self.args, self.__dict__)


def _restored(
    kind: type[TaahodnameError], args: tuple[object, ...], state: dict[str, object]
) -> TaahodnameError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class UsageError(TaahodnameError):
    """A wrong call: an unknown line, a file that is not there, an option that fits nothing."""

    code = "usage"


class ProfileError(TaahodnameError):
    """What was given is no profile: syntax, an unknown key, a wrong shape. Carries all `findings` at once."""

    code = "profile"

    def __init__(self, message: str, message_en: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message, message_en)
        self.findings = tuple(findings)


class CheckFailed(TaahodnameError):
    """The profile has errors and nothing final may leave. Carries the `report`."""

    code = "check-failed"
    exit_code = 1

    def __init__(self, report: Report) -> None:
        count = len(report.errors)
        super().__init__(
            f"بررسی خط {report.line} خطا دارد و چیزی چاپ نشد؛ موارد گفته‌شده را اصلاح کنید.",
            f"the check for line {report.line} found {count} error(s) and nothing was written; mend them",
        )
        self.report = report


class TemplateError(TaahodnameError):
    """A Word template cannot be filled: an unknown name, a broken tag, a blank variable."""

    code = "template"


class FormRefused(TemplateError):
    """A form brought from outside is refused as a danger or as nothing that can be worked on.

    Args:
        reason: a stable name for why («form-code», «form-field»).
        message, message_en: see `TaahodnameError`.
    """

    code = "form-refused"

    def __init__(self, reason: str, message: str, message_en: str) -> None:
        super().__init__(message, message_en)
        self.reason = reason


class FormFaulty(TemplateError):
    """A form has errors: nothing is printed on it until they are mended."""

    code = "form-faulty"
    exit_code = 1


class DataError(TaahodnameError):
    """A reseller's table of what the operators ask for cannot be used."""

    code = "data"


class WordFileError(TaahodnameError):
    """A file is not a Word file that can be opened safely."""

    code = "word-file"


class UnsupportedFeature(WordFileError):
    """A Word file holds something the reader does not know; it is named and refused, never dropped.

    Args:
        feature: what it is, with its XML name («footnote, w:footnoteReference»).
        part: the part of the package («word/header1.xml»).
        near: the text of the paragraph it stands in, shortened.
    """

    code = "word-feature"

    def __init__(self, feature: str, part: str, near: str) -> None:
        place = f"«{near}»" if near else "—"
        super().__init__(
            f"فایل ورد چیزی دارد که خوانده نمی‌شود: {feature} در {part}، کنار {place}. "
            "آن را در ورد بردارید یا با متن ساده جایگزین کنید.",
            f"the Word file holds something that cannot be read: {feature} in {part} near {near!r}; "
            "remove it in Word or replace it by plain text",
        )
        self.feature = feature
        self.part = part
        self.near = near
        self.hintable = True


class OfficeError(TaahodnameError):
    """LibreOffice was asked for and is not there, did not end in time, or made no PDF."""

    code = "office"


class LetterheadError(TaahodnameError):
    """A letterhead cannot be used as it is."""

    code = "letterhead"


class CustomerListError(TaahodnameError):
    """A list of customers' numbers cannot be read as it is.

    Args:
        reason: a stable name for why («encrypted», «no-sheet»).
        part: what of the call it is about: «file», «sheet», «column» or «include».
        message, message_en: see `TaahodnameError`.
        values: what stands in the gaps of the messages, for those who say it in other words.
    """

    code = "customer-list"

    def __init__(
        self, reason: str, part: str, message: str, message_en: str, values: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message, message_en)
        self.reason = reason
        self.part = part
        self.values = dict(values or {})


class TableError(TaahodnameError):
    """A table of clients cannot be read as it is.

    Args:
        reason: a stable name for why («encrypted», «unknown-headings»).
        message, message_en: see `TaahodnameError`.
    """

    code = "table"

    def __init__(self, reason: str, message: str, message_en: str) -> None:
        super().__init__(message, message_en)
        self.reason = reason


class FontError(TaahodnameError):
    """A font file is broken, or no font has a character that must be printed."""

    code = "font"


class LayoutError(TaahodnameError):
    """A text does not fit the place that a drawing has for it, even in its smallest letters."""

    code = "layout"


class PreflightError(TaahodnameError):
    """A finished file does not say what it must; it is withheld."""

    code = "preflight"


class BatchError(TaahodnameError):
    """A batch as a whole cannot go on: another one works there, or its workers are gone."""

    code = "batch"


class OutputError(TaahodnameError):
    """The files cannot be written where they were asked for."""

    code = "output"
