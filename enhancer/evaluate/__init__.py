"""Experiments that decide: is this model, or this picture, better than that one."""
