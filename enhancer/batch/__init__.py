"""Batches: finding inputs, the plan, the journal, the runner. Knows items and three
stages, nothing of their meaning.
"""
