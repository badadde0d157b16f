"""Contacts: who met, called, wrote to or visited whom, read from a sentence's triggers by the frames of the lexicon."""

from isnad.contacts.linker import Heard, Linker
from isnad.contacts.merge import Telling
from isnad.contacts.read import read_contacts
from isnad.contacts.settling import settled
from isnad.contacts.times import Times

__all__ = ["Heard", "Linker", "Telling", "Times", "read_contacts", "settled"]
