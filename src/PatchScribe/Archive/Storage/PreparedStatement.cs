using SQLitePCL;

namespace PatchScribe.Archive.Storage;

/// <summary>
/// One statement, prepared once and run many times: parameters are bound by position, from 1. Used where a mail costs a
/// dozen statements and the objects of ADO.NET cost more than SQLite itself.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public PreparedStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Require(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public PreparedStatement Bind(int at, long value)
    {
        Require(raw.sqlite3_bind_int64(statement, at, value));
        return this;
    }

    public PreparedStatement Bind(int at, long? value)
    {
        Require(value is { } number ? raw.sqlite3_bind_int64(statement, at, number) : raw.sqlite3_bind_null(statement, at));
        return this;
    }

    public PreparedStatement Bind(int at, string? value)
    {
        Require(value is null ? raw.sqlite3_bind_null(statement, at) : raw.sqlite3_bind_text(statement, at, value));
        return this;
    }

    public PreparedStatement Bind(int at, byte[] value)
    {
        Require(raw.sqlite3_bind_blob(statement, at, value));
        return this;
    }

    /// <summary>Text that is UTF-8 already.</summary>
    public PreparedStatement BindText(int at, byte[]? utf8)
    {
        Require(utf8 is null ? raw.sqlite3_bind_null(statement, at) : raw.sqlite3_bind_text(statement, at, utf8.AsSpan()));
        return this;
    }

    /// <summary>Moves to the next row; false, and ready to be bound again, behind the last.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(statement);
        Require(result is raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return false;
    }

    /// <summary>Runs a statement without rows; the number of rows that it changed.</summary>
    public int Run()
    {
        Step();
        return raw.sqlite3_changes(database);
    }

    /// <summary>The first column of the first row, or null when there is no row.</summary>
    public long? Scalar()
    {
        long? result = Step() ? raw.sqlite3_column_int64(statement, 0) : null;
        Reset();
        return result;
    }

    /// <summary>Ends a run early.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public void Dispose() => statement.Dispose();

    private void Require(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new ArchiveFailure(result, raw.sqlite3_errmsg(database).utf8_to_string());
        }
    }
}
