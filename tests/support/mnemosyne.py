"""Reads an Anki package with Mnemosyne's importer and says, as JSON, what it found.

Usage: mnemosyne.py FOLDER_OF_MNEMOSYNE DATA_FOLDER PACKAGE
"""

import contextlib
import json
import sys
import warnings

warnings.simplefilter("ignore")
sys.path.insert(0, sys.argv[1])

from mnemosyne.script import Mnemosyne  # noqa: E402
from openSM2sync.log_entry import EventTypes  # noqa: E402


def read(data_folder, package):
    mnemosyne = Mnemosyne(data_dir=data_folder)
    importer = next(
        each
        for each in mnemosyne.component_manager.all("file_format")
        if type(each).__name__ == "Anki2"
    )
    importer.do_import(package)
    db = mnemosyne.database()
    cards = [describe(db.card(key, is_id_internal=True)) for key, _ in list(db.cards())]
    logged = "select count() from log where event_type = ?"
    reviews = db.con.execute(logged, (EventTypes.REPETITION,)).fetchone()[0]
    mnemosyne.finalise()
    return {"cards": cards, "facts": len({card["guid"] for card in cards}), "reviews": reviews}


def describe(card):
    return {
        "guid": card.fact.id,
        "question": card.fact.data["0"],
        "answer": card.fact.data["1"],
        "tags": sorted(tag.name for tag in card.tags),
        "grade": card.grade,
        "reps": card.ret_reps,
        "lapses": card.lapses,
        "next": card.next_rep,
    }


# What the importer tells people on its way is not for the test.
with contextlib.redirect_stdout(sys.stderr):
    found = read(sys.argv[2], sys.argv[3])
print(json.dumps(found))
