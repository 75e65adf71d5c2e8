using PatchScribe.Archive.Words;
using PatchScribe.Mail;

namespace PatchScribe.Archive.Queries;

/// <summary>Holds a query against a mail itself: the order of words, which the index does not keep.</summary>
internal sealed class QueryProof(SearchQuery query)
{
    /// <summary>True when the mail is a result. Linear in its size for each phrase.</summary>
    public bool Holds(MailMessage mail)
    {
        var results = new Stack<bool>();
        foreach (var step in query.Steps)
        {
            if (step.Step == QueryStep.Words)
            {
                results.Push(Contains(mail, step));
                continue;
            }

            var (right, left) = (results.Pop(), results.Pop());
            results.Push(step.Step switch
            {
                QueryStep.Or => left || right,
                QueryStep.AndNot => left && !right,
                _ => left && right,
            });
        }

        return results.Count == 0 || results.Pop();
    }

    private static bool Contains(MailMessage mail, QueryNode step)
    {
        var finder = new PhraseFinder(step);
        MailWords.Read(mail, finder);
        if (step.Columns.Contains(WordColumn.PatchId) && Discussions.DiffPlace.PatchIdOf(mail) is { } id)
        {
            finder.AddWhole(WordColumn.PatchId, id);
        }

        return finder.Found;
    }

    /// <summary>Looks for the words of a step, one behind the other in one column.</summary>
    private sealed class PhraseFinder(QueryNode step) : IWordSink
    {
        private readonly List<int>[] open = [.. Enum.GetValues<WordColumn>().Select(_ => new List<int>())];

        public bool Found { get; private set; }

        public void AddText(WordColumn column, ReadOnlySpan<char> text)
        {
            var words = new WordScanner(text);
            while (!Found && words.Next(out var word))
            {
                Take(column, word);
            }
        }

        public void AddWhole(WordColumn column, ReadOnlySpan<char> word)
        {
            // A whole stands beside its words and takes no part in phrases.
            Found |= !Found && step.Terms.Count == 1 && IsWanted(column) && Matches(word, 0);
        }

        /// <summary>Positions in the phrase up to which the words before match.</summary>
        private void Take(WordColumn column, ReadOnlySpan<char> word)
        {
            if (!IsWanted(column))
            {
                return;
            }

            var matched = open[(int)column];
            var kept = 0;
            for (var i = 0; i < matched.Count; i++)
            {
                if (Matches(word, matched[i]))
                {
                    Found |= matched[i] + 1 == step.Terms.Count;
                    matched[kept++] = matched[i] + 1;
                }
            }

            matched.RemoveRange(kept, matched.Count - kept);
            if (Matches(word, 0))
            {
                Found |= step.Terms.Count == 1;
                matched.Add(1);
            }

            matched.RemoveAll(at => at >= step.Terms.Count);
        }

        private bool IsWanted(WordColumn column) => step.Columns.Count == 0 || step.Columns.Contains(column);

        private bool Matches(ReadOnlySpan<char> word, int at)
        {
            var term = step.Terms[at];
            var isPrefix = step.IsPrefix && at == step.Terms.Count - 1;
            if (isPrefix ? word.Length < term.Length : word.Length != term.Length)
            {
                return false;
            }

            for (var i = 0; i < term.Length; i++)
            {
                var c = WordScanner.IsWordCharacter(word[i]) ? WordScanner.ToLower(word[i]) : WordScanner.Joint;
                if (c != term[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
