"""Where nodes are drawn, how large and in which colour: communities, layout, palette."""
