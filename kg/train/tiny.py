"""A tiny encoder with random weights, to try the whole training in a minute."""

from collections.abc import Iterable
from pathlib import Path

from kg.annotate.tokens import model_form, token_spans

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")  # HanLP needs [PAD] at 0


def tiny_encoder(texts: Iterable[str], out: Path) -> Path:
    """Write a one-layer BERT whose vocabulary is the tokens of ``texts``, and return ``out``."""
    from transformers import BertConfig, BertModel, BertTokenizer

    forms = {model_form(span.of(text)).lower() for text in texts for span in token_spans(text)}
    out.mkdir(parents=True, exist_ok=True)
    vocabulary = [*SPECIAL, *sorted(form for form in forms if not form.isspace())]
    (out / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=64,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=128,
        attention_probs_dropout_prob=0.0,
    )
    BertModel(config).save_pretrained(out)
    BertTokenizer(str(out / "vocab.txt"), do_lower_case=True).save_pretrained(out)
    return out
