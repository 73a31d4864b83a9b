"""One profile before one line: all that a rule may look at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from taahodname.contacts import CustomerList, read_list
from taahodname.errors import CustomerListError
from taahodname.persian.dates import JalaliDate
from taahodname.profile import Line, Profile
from taahodname.profile.fields import walk
from taahodname.rules.lines import LineFacts


class Case(Struct, frozen=True, dict=True):
    """What is judged.

    Attributes:
        given: the profile as the client filled it.
        profile: the same with every value in its clean form.
        facts: what the line's operator asks for.
        date: the letter's date.
        date_given: whether the caller chose the date, so that the profile's own does not count.
    """

    given: Profile
    profile: Profile
    facts: LineFacts
    date: JalaliDate
    date_given: bool = False

    @cached_property
    def lines(self) -> tuple[tuple[int, Line], ...]:
        """The profile's numbers of this line, clean, each with its place in the profile."""
        pairs = enumerate(self.profile.lines)
        return tuple((place, line) for place, line in pairs if line.type == self.facts.type)

    @cached_property
    def customers(self) -> CustomerList | CustomerListError | None:
        """The customers' numbers, read once; why they cannot be read; None when no list is named."""
        options = self.given.customer_list_options
        if options is None or options.file is None:
            return None
        try:
            return read_list(
                self.given.resolve(options.file),
                sheet=options.sheet,
                column=options.column,
                include=[number for number in options.include if number and number.strip()],
            )
        except CustomerListError as error:
            return error

    @cached_property
    def given_texts(self) -> Mapping[str, str]:
        """All texts as they were given, by their paths, in the order of the model."""
        return dict(walk(self.given))

    @cached_property
    def _clean_texts(self) -> Mapping[str, str]:
        return dict(walk(self.profile))

    def raw(self, path: str) -> str | None:
        """Return a text as it was given, without white space around it; None when it is blank or absent."""
        value = self.given_texts.get(path)
        return None if value is None or self.text(path) is None else value.strip()

    def text(self, path: str) -> str | None:
        """Return a text in its clean form; None when it is blank or absent."""
        return self._clean_texts.get(path, "").strip() or None

    def concerns(self, path: str) -> bool:
        """Tell whether a field has to do with this line: whatever is not of another line's number."""
        head, _, rest = path.partition(".")
        return head != "lines" or not rest or rest.partition(".")[0] in self._places

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(str(place) for place, _ in self.lines)
