"""The layers of a Doc: the contract between annotate/ and extract/.

``doc.spans[NAMES]``     names, label = type
``doc.spans[CUES]``      reporting cues
``doc.spans[SPEAKERS]``  at most one a cue
``doc.spans[CONTENTS]``  pieces of contents, several a cue
``doc.spans[SOURCES]``   names that may be the source's own, several a cue
``doc.spans[IMPLICIT]``  names that an elliptical content may be about, several a cue
``doc.spans[ABOUT]``     names near the cue, however unlikely it is that its content is about them
``doc.spans[TIES]``      from the one name to the other, label = type of the tie

``attrs["confidence"]`` of each group runs parallel to its spans. Where spans belong to cues,
``attrs["cue"]`` says to which (its index in CUES). CUES has ``negated`` and ``hedged`` beside, TIES
``subject`` and ``object``, indices in NAMES.
"""

NAMES = "kg_names"
CUES = "kg_cues"
SPEAKERS = "kg_speakers"
CONTENTS = "kg_contents"
SOURCES = "kg_sources"
IMPLICIT = "kg_implicit"
ABOUT = "kg_about"
TIES = "kg_ties"
