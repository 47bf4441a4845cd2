"""What the Neo4j driver raises, as errors of ours: one line each that says what to do."""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import neo4j
from neo4j import exceptions

from graph.errors import QueryRefused, StoreError, StoreUnavailable, TooLarge
from graph.store.refusal import READ_ONLY


def credentials(environment: Mapping[str, str] = os.environ) -> neo4j.Auth | None:
    """Who asks: NEO4J_TOKEN (bearer, for single sign-on), or NEO4J_USERNAME and NEO4J_PASSWORD, or nobody.

    Raises:
        StoreError: both a token and a password are given.

    >>> credentials({"NEO4J_PASSWORD": "secret"}).principal
    'neo4j'
    """
    token, password = environment.get("NEO4J_TOKEN"), environment.get("NEO4J_PASSWORD")
    if token and password:
        raise StoreError("NEO4J_TOKEN and NEO4J_PASSWORD are both set: unset the one that is not meant")
    if token:
        return neo4j.bearer_auth(token)
    if password:
        return neo4j.basic_auth(environment.get("NEO4J_USERNAME") or "neo4j", password)
    return None


@contextmanager
def told(address: str) -> Iterator[None]:
    """The driver's errors as ours.

    Raises:
        StoreUnavailable: no connection, credentials refused, no such database.
        QueryRefused: the statement is wrong, or the user may not run it.
        TooLarge: the server has too little memory for it.
        StoreError: anything else that the driver raises.
    """
    try:
        yield
    except exceptions.AuthError as error:
        raise StoreUnavailable(f"{address}: {_refused_credentials(error)}") from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise StoreUnavailable(f"{address}: {_no_connection(error, address)}") from error
    except exceptions.ForbiddenOnReadOnlyDatabase as error:
        raise StoreUnavailable(f"{address}: the database is read-only ({first_line(error)})") from error
    except exceptions.TransientError as error:
        if out_of_memory(error):
            raise TooLarge(
                f"{address}: the server has too little memory for this transaction: give it more heap, or"
                f" raise db.memory.transaction.max, dbms.memory.transaction.total.max ({first_line(error)})"
            ) from error
        raise StoreUnavailable(f"{address}: Neo4j is busy ({first_line(error)})") from error
    except exceptions.Forbidden as error:
        raise QueryRefused(f"{address}: this user may not do that ({first_line(error)})") from error
    except exceptions.ClientError as error:
        raise _refused(error, address) from error
    except exceptions.DatabaseError as error:
        if str(error.code).endswith("Statement.ExecutionFailed"):  # 5.26, of `duration({month: 3})`
            raise QueryRefused(first_line(error)) from error
        raise StoreError(f"{address}: {first_line(error)}") from error
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        raise StoreError(f"{address}: {first_line(error)}") from error


def out_of_memory(error: Exception) -> bool:
    """Whether a transaction needs more memory than the server lets transactions have."""
    return isinstance(error, exceptions.Neo4jError) and str(error.code).endswith("OutOfMemoryError")


def first_line(error: Exception) -> str:
    """The driver's message without its list of addresses and the lines after the first."""
    message = error.message if isinstance(error, exceptions.Neo4jError) else str(error)
    first = (message or type(error).__name__).strip().partition("\n")[0]
    return re.sub(r" \(resolved to .*\)\)?:?$", "", first)


def _refused(error: exceptions.ClientError, address: str) -> StoreError:
    code = error.code or ""
    if code.endswith("Statement.AccessMode"):
        return QueryRefused(READ_ONLY)
    if code.endswith(("ReadOnlyDatabase", "ReadOnlyAccessDatabase")):
        return StoreUnavailable(f"{address}: the database is read-only ({first_line(error)})")
    if code.endswith("Security.AuthenticationRateLimit"):
        return StoreUnavailable(f"{address}: too many wrong passwords, Neo4j wants a pause")
    if code.endswith("Security.CredentialsExpired"):
        return StoreUnavailable(
            f"{address}: Neo4j wants a new password first: run"
            " ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new' in Neo4j Browser or cypher-shell"
        )
    if ".Database." in code:
        named = os.environ.get("NEO4J_DATABASE")
        hint = f" (NEO4J_DATABASE is {named})" if named else ""
        return StoreUnavailable(f"{address}: {first_line(error)}{hint}")
    return QueryRefused(first_line(error))


def _refused_credentials(error: exceptions.AuthError) -> str:
    code = error.code or ""
    if code.endswith("TokenExpired"):
        return "the token has expired: set NEO4J_TOKEN to a new one"
    if os.environ.get("NEO4J_TOKEN"):
        return "Neo4j refuses the token (NEO4J_TOKEN)"
    if not os.environ.get("NEO4J_PASSWORD"):
        return (
            "Neo4j wants a password: set NEO4J_PASSWORD (and NEO4J_USERNAME, if it is not neo4j),"
            " or NEO4J_TOKEN"
        )
    return "Neo4j refuses the user name or the password (NEO4J_USERNAME, NEO4J_PASSWORD)"


def _no_connection(error: Exception, address: str) -> str:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            scheme = address.partition("+")[0]
            return (
                f"the server's certificate is not trusted ({cause.verify_message}); where it signs its own,"
                f" name the file with it in SSL_CERT_FILE, or write {scheme}+ssc:// to trust any"
            )
        if isinstance(cause, ssl.SSLError):
            return f"the server does not answer as TLS does ({cause.reason or first_line(cause)})"
    return f"no connection to a Neo4j ({first_line(error)})"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
