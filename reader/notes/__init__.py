"""What the reporter writes: anchors, the TOML store, undo, exports."""
