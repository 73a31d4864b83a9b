"""The model of a profile: all that a client fills, as frozen values kept as they were given."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from msgspec import Struct, field
from pydantic import Discriminator, PrivateAttr, Tag, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from taahodname.findings import Finding
from taahodname.profile.fields import Flag, Item, Items, OptionalMillimetres, Place, Record, Text, labelled
from taahodname.profile.loaders import read
from taahodname.profile.shapes import findings_of, not_a_profile
from taahodname.profile.shown import printable
from taahodname.profile.source import nearest_line

LetterheadKind = Literal["file", "generated", "preprinted"]


class Company(Record):
    """The legal person that asks for the line."""

    name: Text = labelled(None, "The name as registered; forms add «شرکت» once.", "نام", "name")
    national_id: Text = labelled(None, "The 11-digit شناسه ملی.", "شناسهٔ ملی", "national id")
    economic_code: Text = labelled(
        None, "The کد اقتصادی; for a legal person it is now its شناسه ملی.", "کد اقتصادی", "economic code"
    )
    registration_number: Text = labelled(
        None, "The شماره ثبت in the register of companies.", "شمارهٔ ثبت", "registration number"
    )
    activity: Text = labelled(None, "What exactly the company does.", "نوع فعالیت", "activity")
    website: Text = labelled(None, "The company's own site.", "وب‌سایت", "website")
    email: Text = labelled(None, "An organisational e-mail address.", "ایمیل", "e-mail")
    phone: Text = labelled(None, "A landline with its area code.", "تلفن", "phone")
    address: Text = labelled(None, "The postal address.", "نشانی", "address")
    postal_code: Text = labelled(None, "The 10-digit کد پستی.", "کد پستی", "postal code")
    holding: Text = labelled(None, "The holding it belongs to, if any.", "هلدینگ", "holding")


class Person(Record):
    """A natural person, as on the identity card."""

    first_name: Text = labelled(None, "The given name, down to its spaces.", "نام", "first name")
    last_name: Text = labelled(None, "The family name.", "نام خانوادگی", "last name")
    father_name: Text = labelled(None, "The father's given name.", "نام پدر", "father's name")
    national_code: Text = labelled(None, "The 10-digit کد ملی.", "کد ملی", "national code")
    birth_certificate_number: Text = labelled(
        None, "The number of the شناسنامه.", "شمارهٔ شناسنامه", "birth certificate number"
    )
    birth_date: Text = labelled(
        None, "Jalali, yyyy/mm/dd; a Gregorian ISO date is converted.", "تاریخ تولد", "birth date"
    )
    mobile: Text = labelled(None, "The mobile number.", "تلفن همراه", "mobile")

    @property
    def full_name(self) -> str:
        """The given name and the family name with a space between, or what of them is known."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)


class Representative(Person):
    """The person who follows the request for the company."""

    position: Text = labelled(None, "His post in the company.", "سمت", "position")
    mobile_ported: Flag = labelled(
        False,
        "True when the mobile was ported from another operator to همراه اول.",
        "ترابرد به همراه اول",
        "ported mobile",
    )


class Signatory(Record):
    """One of those whose signature binds the company."""

    name: Text = labelled(None, "The full name.", "نام", "name")
    title: Text = labelled(None, "The post.", "سمت", "title")


class Line(Record):
    """One sender number and what it is for."""

    type: Text = labelled(None, "«3000», «1000» or «021».", "نوع", "type")
    number: Text = labelled(None, "The number, with its prefix.", "شماره", "number")
    audience: Text = labelled(None, "Who receives the messages.", "جامعهٔ هدف", "audience")
    subject: Text = labelled(None, "What the messages are about.", "موضوع پیامک", "subject")
    sample_messages: Annotated[tuple[Item, ...], Items] = labelled(
        (), "Messages as they will be sent, word for word.", "نمونهٔ متن پیامک", "sample message"
    )
    addressee: Text = labelled(
        None,
        "To whom this line's letter is addressed, instead of the operator's default.",
        "گیرنده",
        "addressee",
    )


class Letter(Record):
    """What the head of the letter says."""

    number: Text = labelled(None, "The number under which the company sends it.", "شماره", "number")
    date: Text = labelled(None, "Jalali, yyyy/mm/dd; today in Tehran when absent.", "تاریخ", "date")
    attachments: Text = labelled(None, "What is attached.", "پیوست", "attachments")
    addressee: Text = labelled(
        None,
        "To whom every letter of this profile is addressed, unless a line says otherwise.",
        "گیرنده",
        "addressee",
    )


class FieldPlace(Record):
    """Where the value of a line that is printed on the letterhead goes, in millimetres.

    A table cell writes it as three numbers, «x، y، width».
    """

    x_mm: Place = labelled(
        ..., "From the left edge of the sheet to the left end of the blank.", "فاصله از چپ", "x"
    )
    y_mm: Place = labelled(
        ..., "From the top of the sheet to the line that is written on.", "فاصله از بالا", "y"
    )
    width_mm: Place = labelled(..., "The width of the blank.", "پهنا", "width")

    @model_validator(mode="before")
    @classmethod
    def _three_numbers(cls, data: Any) -> Any:
        """Take three numbers in one text apart."""
        if not isinstance(data, str):
            return data
        parts = [part for part in re.split("[،,;؛\\s]+", data.strip()) if part]
        if len(parts) != len(cls.model_fields):
            raise PydanticCustomError("given_fields", "three numbers are wanted")
        return dict(zip(cls.model_fields, parts, strict=True))


class LetterheadFields(Record):
    """The blanks of the letterhead's own lines for the number, the date and the attachments."""

    number: FieldPlace | None = labelled(None, "The blank after «شماره».", "جای شماره", "place of number")
    date: FieldPlace | None = labelled(None, "The blank after «تاریخ».", "جای تاریخ", "place of date")
    attachments: FieldPlace | None = labelled(
        None, "The blank after «پیوست».", "جای پیوست", "place of attachments"
    )


class LetterheadOptions(Record):
    """The letterhead, with what a bare name cannot say."""

    kind: LetterheadKind | None = labelled(
        None, "«file», «generated» from the profile, or «preprinted» paper.", "گونه", "kind"
    )
    file: Text = labelled(
        None, "The company's own letterhead (Word, PDF, PNG or JPG), relative to the profile.", "فایل", "file"
    )
    logo: Text = labelled(None, "A picture for the generated one, relative to the profile.", "نشان", "logo")
    following: Text = labelled(
        None,
        "The sheets after the first: «same», «blank», a page of the PDF («page 2») or another file.",
        "صفحه‌های بعد",
        "following pages",
    )
    head_mm: OptionalMillimetres = labelled(
        None,
        "Millimetres to leave free at the head; found in a file, 50 on preprinted paper.",
        "ارتفاع بالای برگه",
        "head height",
    )
    foot_mm: OptionalMillimetres = labelled(
        None,
        "Millimetres to leave free at the foot; found in a file, 30 on preprinted paper.",
        "ارتفاع پایین برگه",
        "foot height",
    )
    right_mm: OptionalMillimetres = labelled(
        None, "Millimetres to leave free at the right; found when absent.", "حاشیهٔ راست برگه", "right margin"
    )
    left_mm: OptionalMillimetres = labelled(
        None, "Millimetres to leave free at the left; found when absent.", "حاشیهٔ چپ برگه", "left margin"
    )
    next_head_mm: OptionalMillimetres = labelled(
        None,
        "Millimetres to leave free at the head of the following pages; found when absent.",
        "ارتفاع بالای صفحه‌های بعد",
        "head height of following pages",
    )
    next_foot_mm: OptionalMillimetres = labelled(
        None,
        "Millimetres to leave free at the foot of the following pages; found when absent.",
        "ارتفاع پایین صفحه‌های بعد",
        "foot height of following pages",
    )
    fields: LetterheadFields | None = labelled(
        None,
        "Where the letterhead has its own lines for number, date and attachments; found when absent.",
        "جای شماره، تاریخ و پیوست",
        "places of number, date and attachments",
    )


class CustomerListOptions(Record):
    """The list of customers' numbers, with what a bare file name cannot say."""

    file: Text = labelled(None, "The workbook, relative to the profile.", "فایل", "file")
    sheet: Text = labelled(
        None, "The name of the sheet; the first one with numbers when absent.", "برگه", "sheet"
    )
    column: Text = labelled(None, "The column's letter or heading; found when absent.", "ستون", "column")
    include: Annotated[tuple[Item, ...], Items] = labelled(
        (),
        "Numbers with another operator's prefix that were ported to همراه اول.",
        "شماره‌های ترابردشده",
        "ported numbers",
    )


def _text_or_table(value: object) -> str:
    return "table" if isinstance(value, Record | Mapping | list | tuple) else "text"


_Choice = Discriminator(_text_or_table)
_LetterheadField = Annotated[
    Annotated[Text, Tag("text")] | Annotated[LetterheadOptions, Tag("table")], _Choice
]
_CustomerListField = Annotated[
    Annotated[Text, Tag("text")] | Annotated[CustomerListOptions, Tag("table")], _Choice
]


class _Origin(Struct, frozen=True):
    """Where a profile was read from; no part of its value."""

    folder: Path | None = None
    lines: Mapping[str, int] = field(default_factory=dict)


class Profile(Record):
    """What a client fills, as given: a missing value is None, and no value is judged here.

    Two profiles with the same values are equal, wherever they were read from.
    """

    company: Company = labelled(Company, "The company.", "شرکت", "company")
    ceo: Person = labelled(Person, "The chief executive.", "مدیرعامل", "CEO")
    representative: Representative = labelled(
        Representative, "The company's representative.", "نماینده", "representative"
    )
    signatories: Annotated[tuple[Signatory, ...], Items] = labelled(
        (), "Those who sign; the CEO alone when absent.", "صاحبان امضا", "signatories"
    )
    lines: Annotated[tuple[Line, ...], Items] = labelled(
        (), "The numbers that are asked for.", "خط‌ها", "lines"
    )
    letter: Letter = labelled(Letter, "What the head of the letter says.", "نامه", "letter")
    customer_list: _CustomerListField = labelled(
        None, "The Excel file of the customers' numbers.", "فهرست مشتریان", "customer list"
    )
    letterhead: _LetterheadField = labelled(
        None, "A file, «generated», «preprinted», or a table.", "سربرگ", "letterhead"
    )

    _origin: _Origin = PrivateAttr(default_factory=_Origin)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Read a profile from a .yaml, .yml, .toml or .json file.

        Args:
            path: the file.

        Raises:
            UsageError: when there is no such file, or its ending is another.
            ProfileError: when it is no profile; it carries every finding, with its line where it is known.
        """
        file = Path(path)
        source = read(file)
        found = list(source.findings)
        try:
            profile = super().model_validate(source.data)
        except ValidationError as error:
            found += findings_of(error, cls, source.lines)
        if found:
            found.sort(key=lambda finding: finding.line or 0)
            raise not_a_profile(printable(file.name), found)
        profile._origin = _Origin(file.parent, source.lines)
        return profile

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Make a profile from plain data with the same keys as a file.

        Args:
            obj: a mapping, or a profile, which is returned as it is.
            options: pydantic's own.

        Raises:
            ProfileError: when it is no profile; it carries every finding.
        """
        data = dict(obj) if isinstance(obj, Mapping) else obj
        try:
            return super().model_validate(data, **options)
        except ValidationError as error:
            found: list[Finding] = findings_of(error, cls, {})
        raise not_a_profile("", found)

    @classmethod
    def of(cls, data: Any, *, folder: Path | None = None, lines: Mapping[str, int] | None = None) -> Self:
        """Make a profile from plain data, with a place that it came from.

        Args:
            data: a mapping with the keys of a file.
            folder: where the files that it names count from.
            lines: the line, or the row of a table, of each path.

        Raises:
            ProfileError: when it is no profile; it carries every finding.
        """
        profile = cls.model_validate(data)
        profile._origin = _Origin(folder, lines or {})
        return profile

    def line_of(self, path: str) -> int | None:
        """Return the line of a field in the file, or of the nearest section around it that the file names.

        Args:
            path: as in a finding («company.email», «lines.0.subject»).
        """
        return nearest_line(self._origin.lines, path)

    def resolve(self, name: str) -> Path:
        """Return the path of a file that the profile names, relative to the profile's own folder."""
        return (self._origin.folder or Path()) / name.strip()

    @property
    def letterhead_options(self) -> LetterheadOptions | None:
        """The letterhead in one form, its kind filled in; None when none is chosen."""
        given = self.letterhead
        if isinstance(given, LetterheadOptions):
            kind = given.kind or _kind_of(given)
            return given.model_copy(update={"kind": kind}) if kind else None
        if given is None or not given.strip():
            return None
        return _letterhead_of(given)

    @property
    def customer_list_options(self) -> CustomerListOptions | None:
        """The customer list in one form; None when no file is named."""
        given = self.customer_list
        if not isinstance(given, CustomerListOptions):
            given = _list_of(given)
        return given if given.file and given.file.strip() else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Profile):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in Profile.model_fields)


# What is put into these was checked with the profile: to check it again, Pydantic would build a validator.
# They are asked for several times for each client, and most clients ask for the same letterhead.


@lru_cache(maxsize=64)
def _letterhead_of(given: str) -> LetterheadOptions:
    """Return the letterhead of a bare word or of a file's name."""
    word = given.strip().lower()
    if word in ("generated", "preprinted"):
        return LetterheadOptions.model_construct(kind=word)
    return LetterheadOptions.model_construct(kind="file", file=given)


@lru_cache(maxsize=64)
def _list_of(given: str | None) -> CustomerListOptions:
    """Return the customer list of a file's name."""
    return CustomerListOptions.model_construct(file=given)


def _kind_of(options: LetterheadOptions) -> LetterheadKind | None:
    """Return the kind that the other options speak of."""
    if options.file:
        return "file"
    if options.logo:
        return "generated"
    return "preprinted" if {"head_mm", "foot_mm"} & options.model_fields_set else None
