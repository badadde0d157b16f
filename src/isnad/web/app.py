"""The application: the gate, the pages, the API, and what happens when something is wrong."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from isnad import __version__
from isnad.model import RecordError, UnknownIdError
from isnad.web.desk import FOLDER
from isnad.web.gate import Gate
from isnad.web.head import Head
from isnad.web.merger import Merger
from isnad.web.settings import Settings
from isnad.web.trouble import allowed, answered

_STATUS = {"host": 421, "token": 401, "origin": 403, "size": 413}


def create_app(settings: Settings) -> FastAPI:
    """The server of one record, as an ASGI application."""
    from isnad.web.api import router as api
    from isnad.web.pages import router as pages

    app = FastAPI(
        title="Isnad",
        version=__version__,
        summary="A sourced record of diplomacy from Arabic news",
        # the API describes itself: web.api.openapi
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.merger = Merger(settings.record)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    app.include_router(api)
    app.include_router(pages)

    @app.exception_handler(HTTPException)
    def told(request: Request, error: HTTPException) -> Response:
        headers = {"allow": allowed(request)} if error.status_code == 405 else error.headers
        return answered(request, error.status_code, str(error.detail), headers=headers)

    @app.exception_handler(RequestValidationError)
    def unclear(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        return answered(request, 422, "unclear", f"{where}: {first['msg']}" if where else first["msg"])

    @app.exception_handler(UnknownIdError)
    def unknown(request: Request, error: UnknownIdError) -> Response:
        return answered(request, 404, "unknown", error.what)

    @app.exception_handler(RecordError)
    def unreadable(request: Request, error: RecordError) -> Response:
        return answered(request, 503, "record", str(error))

    @app.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> Response:
        return answered(request, 500, "broken", type(error).__name__)

    async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("app", app)
        reason = scope["isnad.refusal"]
        await answered(Request(scope), _STATUS[reason], f"refused-{reason}")(scope, receive, send)

    app.add_middleware(Gate, settings=settings, refuse=refuse)
    app.add_middleware(Head)
    return app
