using Microsoft.Data.Sqlite;
using PatchScribe.Diagnostics;
using SQLitePCL;

namespace PatchScribe.Archive.Storage;

/// <summary>The SQLite file: opened, brought to the newest schema, and its prepared statements.</summary>
internal sealed class ArchiveFile : IDisposable
{
    /// <summary>Milliseconds to wait for another process that writes.</summary>
    private const int BusyTimeout = 5000;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, PreparedStatement> statements = new(StringComparer.Ordinal);

    private ArchiveFile(string path, SqliteConnection connection) => (Path, this.connection) = (path, connection);

    public string Path { get; }

    /// <summary>Opens an archive, and makes one when asked to.</summary>
    public static ArchiveFile Open(string path, bool create)
    {
        if (!create && !File.Exists(path))
        {
            throw new InputException($"there is no archive {path}", "make one with patchscribe ingest SOURCE, or give its file with --archive");
        }

        if (Directory.Exists(path))
        {
            throw new InputException($"{path} is a directory", "give a file with --archive");
        }

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path));
        if (create && folder is not null)
        {
            Directory.CreateDirectory(folder);
        }

        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            opened.Open();
            var file = new ArchiveFile(path, opened);
            raw.sqlite3_busy_timeout(opened.Handle!, BusyTimeout);
            file.Prepare();
            return file;
        }
        catch (Exception e) when (e is SqliteException or ArchiveFailure or InputException)
        {
            opened.Dispose();
            throw e switch
            {
                SqliteException sqlite => new ArchiveFailure(sqlite.SqliteErrorCode, sqlite.Message).ToInput(path),
                ArchiveFailure failure => failure.ToInput(path),
                _ => e,
            };
        }
    }

    /// <summary>A statement by its SQL, prepared on first use.</summary>
    public PreparedStatement Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statements[sql] = statement = new PreparedStatement(connection.Handle!, sql);
        }

        return statement;
    }

    /// <summary>A command of ADO.NET, for what is asked once.</summary>
    public SqliteCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>Runs SQL without a result.</summary>
    public void Execute(string sql)
    {
        var result = raw.sqlite3_exec(connection.Handle!, sql);
        if (result != raw.SQLITE_OK)
        {
            throw new ArchiveFailure(result, raw.sqlite3_errmsg(connection.Handle!).utf8_to_string());
        }
    }

    /// <summary>Id of the row that was inserted last.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(connection.Handle!);

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private void Prepare()
    {
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-24576; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF");
        var version = Statement("PRAGMA user_version").Scalar() ?? 0;
        var application = Statement("PRAGMA application_id").Scalar() ?? 0;
        var tables = Statement("SELECT count(*) FROM sqlite_master").Scalar() ?? 0;
        if (application != ArchiveSchema.ApplicationId && tables > 0)
        {
            throw new InputException($"{Path} is an SQLite file of another program", "give another file with --archive");
        }

        if (version > ArchiveSchema.Steps.Count)
        {
            throw new InputException($"{Path} was written by a newer patchscribe", "use that one, or delete the file and ingest again");
        }

        if (version < ArchiveSchema.Steps.Count)
        {
            Migrate();
        }
    }

    /// <summary>The steps that are missing, in one transaction; another process may have taken them in between.</summary>
    private void Migrate()
    {
        Execute("BEGIN IMMEDIATE");
        for (var step = (int)(Statement("PRAGMA user_version").Scalar() ?? 0); step < ArchiveSchema.Steps.Count; step++)
        {
            Execute(ArchiveSchema.Steps[step]);
        }

        Execute($"PRAGMA application_id={ArchiveSchema.ApplicationId}; PRAGMA user_version={ArchiveSchema.Steps.Count}");
        Execute("COMMIT");
    }
}
