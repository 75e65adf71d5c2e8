using System.CommandLine;
using System.CommandLine.Parsing;
using PatchScribe.Diagnostics;

namespace PatchScribe.Cli;

/// <summary>What is wrong with a command line, in one line with the nearest known word, and where to look it up.</summary>
internal sealed record CommandLineMistake(string Message, string Help)
{
    /// <summary>Null when nothing is wrong. A word with two dashes that no option has is one, also where an argument could take it; behind <c>--</c> it is not.</summary>
    public static CommandLineMistake? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (UnknownOption(parsed.Tokens) is { } option)
        {
            return new($"there is no option '{option}'{Spelling.Suggest(option, command.Options.Select(one => one.Name))}", HelpOf(parsed));
        }

        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        return command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..]
            ? new($"there is no command '{word}'{Spelling.Suggest(word, command.Subcommands.Select(one => one.Name))}", HelpOf(parsed))
            : new(parsed.Errors[0].Message, HelpOf(parsed));
    }

    private static string? UnknownOption(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count && tokens[i].Type != TokenType.DoubleDash; i++)
        {
            if (tokens[i] is { Type: TokenType.Argument } token && token.Value.StartsWith("--", StringComparison.Ordinal) && (i == 0 || tokens[i - 1].Type != TokenType.Option))
            {
                return token.Value;
            }
        }

        return null;
    }

    private static string HelpOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: not RootCommand } one; result = result.Parent)
        {
            names.Insert(0, one.Command.Name + " ");
        }

        return $"patchscribe {string.Concat(names)}--help";
    }
}
