"""The named questions, each returning typed rows."""

from graph.query.entity import entity
from graph.query.everything import all_assertions, all_claims, all_entities
from graph.query.evidence import claim_found, evidence, evidence_by_claim, evidence_of, evidence_sample
from graph.query.filters import ClaimFilter
from graph.query.find import find_entity
from graph.query.info import info
from graph.query.part import Part, around, between, categories, claim_counts, claims_named, strongest
from graph.query.path import path
from graph.query.records import records
from graph.query.reliability import reliability
from graph.query.search import Found, search
from graph.query.show import connections, show
from graph.query.supplies import count_supplies, supplies

__all__ = [
    "ClaimFilter",
    "Found",
    "Part",
    "all_assertions",
    "all_claims",
    "all_entities",
    "around",
    "between",
    "categories",
    "claim_counts",
    "claim_found",
    "claims_named",
    "connections",
    "count_supplies",
    "entity",
    "evidence",
    "evidence_by_claim",
    "evidence_of",
    "evidence_sample",
    "find_entity",
    "info",
    "path",
    "records",
    "reliability",
    "search",
    "show",
    "strongest",
    "supplies",
]
