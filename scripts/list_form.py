"""Makes the form of the customers' list anew: python scripts/list_form.py.

It is what XlsxWriter makes of one number. Run it when `taahodname.contacts.writing` makes another list; a
test holds the two together.
"""

from __future__ import annotations

from taahodname import resources
from taahodname.contacts.list_form import SAMPLE
from taahodname.contacts.writing import HEADING, written


def main() -> None:
    """Write the form into templates/data/."""
    path = resources.list_form()
    path.write_bytes(written([SAMPLE], HEADING))
    print(path)


if __name__ == "__main__":
    main()
