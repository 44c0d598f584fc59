"""The layers of a Doc: the contract between annotate/ and extract/.

``doc.spans[NAMES]``     names, label = type
``doc.spans[CUES]``      reporting cues
``doc.spans[SPEAKERS]``  at most one a cue
``doc.spans[CONTENTS]``  pieces of contents, several a cue
``doc.spans[SOURCES]``   names that may be the source's own, several a cue

``attrs["confidence"]`` of each group runs parallel to its spans; for the last three
``attrs["cue"]`` says which cue (its index in CUES) a span belongs to.
"""

NAMES = "kg_names"
CUES = "kg_cues"
SPEAKERS = "kg_speakers"
CONTENTS = "kg_contents"
SOURCES = "kg_sources"
