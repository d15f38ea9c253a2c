"""Apache Spark: a driver with two executors, processes of their own, and the Thrift server that clients ask."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from engines.content import Content
from engines.servers.starting import NotInstalled, free_port, own_folder, serving


class Spark:
    """A Thrift server that listens on a port of loopback."""

    name = "Spark"

    def __init__(self, port: int) -> None:
        self._port = port

    def load(self, table: str, content: Content, parquet: Path) -> str:
        """Make a table over the parts that lie beside a Parquet file; return its URL."""
        from impala.dbapi import connect

        connection = connect("127.0.0.1", self._port, auth_mechanism="PLAIN")
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE TABLE {table} USING PARQUET LOCATION '{parquet.parent / 'parts'}'")
        finally:
            connection.close()
        return f"impala://127.0.0.1:{self._port}/default?auth_mechanism=PLAIN#{table}"


@contextmanager
def spark() -> Iterator[Spark]:
    """Give a server, started for this, on a machine whose time zone is far from UTC. Raises NotInstalled."""
    java = shutil.which("java")
    if java is None:
        raise NotInstalled("Java is not installed (Debian: apt-get install openjdk-17-jre-headless)")
    package = find_spec("pyspark")
    if package is None or package.origin is None:
        raise NotInstalled("Spark is not installed (pip install pyspark)")
    home = Path(package.origin).parent
    with own_folder("spark") as folder:
        port, own = free_port(), folder / "tmp"
        own.mkdir()
        env = {
            "SPARK_HOME": str(home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(own),
            "JAVA_HOME": os.environ.get("JAVA_HOME") or str(Path(java).resolve().parents[1]),
            "TZ": "Asia/Shanghai",
        }
        with serving(_command(home, folder, port), folder, port, "Spark", seconds=120, env=env):
            yield Spark(port)


def _command(home: Path, folder: Path, port: int) -> list[str | Path]:
    own = folder / "tmp"
    settings = {
        "spark.executor.memory": "640m",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={folder} -Djava.io.tmpdir={own}",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.thriftServer.incrementalCollect": "true",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
    }
    hive = {
        "hive.server2.thrift.bind.host": "127.0.0.1",
        "hive.server2.thrift.port": str(port),
        "hive.server2.logging.operation.log.location": str(folder / "operations"),
        "hive.exec.scratchdir": str(folder / "scratch"),
        "hive.exec.local.scratchdir": str(folder / "scratch"),
    }
    server = "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2"
    return [
        home / "bin" / "spark-submit", "--master", "local-cluster[2,1,640]", "--driver-memory", "1g", "--class", server,
        *(word for name, value in settings.items() for word in ("--conf", f"{name}={value}")),
        *(word for name, value in hive.items() for word in ("--hiveconf", f"{name}={value}")),
        "spark-internal",
    ]  # fmt: skip
