"""The dossier: which papers a line needs, made, read back and written as a whole."""

from taahodname.dossier.assemble import FILES, render
from taahodname.dossier.files import Dossier

__all__ = ["FILES", "Dossier", "render"]
