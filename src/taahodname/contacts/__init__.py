"""The customers' numbers: any list a client sends in, the one list out that the operator takes."""

from taahodname.contacts.listing import CustomerList, Numbers, digest
from taahodname.contacts.notes import Note, Weight
from taahodname.contacts.reading import read_list
from taahodname.contacts.reasons import Reason
from taahodname.contacts.rejects import Reject

__all__ = ["CustomerList", "Note", "Numbers", "Reason", "Reject", "Weight", "digest", "read_list"]
