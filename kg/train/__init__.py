"""Training: build the encoder, train the HanLP model, pack its weights."""
