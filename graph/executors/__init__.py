"""Executors: what runs the stages of a build. They move rows and hold no logic of the domain."""
