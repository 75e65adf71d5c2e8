using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Wording;

/// <summary>
/// Reads from a sentence what it says of the environment: "the kernel lacks A or B, but QEMU has it". The result is a list of
/// alternatives, each of them masks by variable; what the model has no words for is left out, so that the alternatives never
/// say more than the sentence.
/// </summary>
internal sealed class ConditionWords(BehaviourModel model)
{
    private static readonly string[] Separators = [",", ";", ":", " but ", " and ", " while ", " although ", " whereas ", " when ", " if "];

    private static readonly string[] Negations =
        ["without", "lack", "lacks", "lacking", "lacked", "not", "no", "missing", "misses", "disabled", "unset", "absent", "n't", "neither"];

    /// <summary>The alternatives; one empty alternative when the sentence says nothing that the model knows.</summary>
    public IReadOnlyList<IReadOnlyDictionary<int, ulong>> Read(string sentence)
    {
        var alternatives = new List<Dictionary<int, ulong>> { new() };
        var mentioned = new List<string>();
        var (subject, negated) = ("", false);
        foreach (var clause in Clauses(sentence))
        {
            var names = NamesIn(clause);
            var ownSubject = SubjectIn(clause);
            if (names.Count > 0 && ownSubject.Length == 0 && StartsWithName(clause, names))
            {
                // "A and B": the second name goes on with the first one's verb.
            }
            else
            {
                negated = IsNegated(clause);
                subject = ownSubject.Length > 0 ? ownSubject : subject;
            }

            if (names.Count == 0 && ownSubject.Length > 0 && HasWord(clause, "it", "them", "both", "does", "do"))
            {
                names = mentioned;
            }

            var states = names.Select(n => StateOf(n, subject, negated)).Where(s => s.Mask != 0).Distinct().ToList();
            mentioned = [.. mentioned.Concat(names).Distinct(StringComparer.Ordinal)];
            alternatives = Combine(alternatives, states, isChoice: states.Count > 1 && HasWord(clause, "or", "nor"));
        }

        return alternatives;
    }

    private static List<Dictionary<int, ulong>> Combine(List<Dictionary<int, ulong>> alternatives, List<(int Variable, ulong Mask)> states, bool isChoice)
    {
        if (states.Count == 0)
        {
            return alternatives;
        }

        var combined = new List<Dictionary<int, ulong>>();
        foreach (var alternative in alternatives)
        {
            foreach (var choice in isChoice ? states.Select(s => new[] { s }) : [states.ToArray()])
            {
                var next = new Dictionary<int, ulong>(alternative);
                foreach (var (variable, mask) in choice)
                {
                    next[variable] = mask;
                }

                combined.Add(next);
            }
        }

        return combined;
    }

    private static List<string> Clauses(string sentence)
    {
        var clauses = new List<string> { sentence };
        foreach (var separator in Separators)
        {
            clauses = [.. clauses.SelectMany(c => c.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        }

        return clauses;
    }

    private List<string> NamesIn(string clause) =>
    [
        .. model.Variables.SelectMany(v => v.Names).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)
            .Where(n => WordAt(clause, n) >= 0)
            .Where((n, i) => i == 0 || n.StartsWith("CONFIG_", StringComparison.Ordinal) || !clause.Contains("CONFIG_", StringComparison.Ordinal)),
    ];

    private static bool StartsWithName(string clause, List<string> names) => names.Exists(n => WordAt(clause, n) == 0);

    private string SubjectIn(string clause)
    {
        var (at, subject) = (int.MaxValue, "");
        foreach (var word in model.Variables.SelectMany(v => v.Subjects))
        {
            var found = WordAt(clause, word);
            if (found >= 0 && found < at)
            {
                (at, subject) = (found, word);
            }
        }

        return subject;
    }

    // A name without a subject is about the program itself: the variable that stands first in conditions.
    private (int Variable, ulong Mask) StateOf(string name, string subject, bool negated)
    {
        var index = Enumerable.Range(0, model.Variables.Count)
            .Where(i => model.Variables[i].Names.Contains(name, StringComparer.Ordinal))
            .OrderBy(i => model.Variables[i].Subjects.Contains(subject, StringComparer.Ordinal) ? 0 : 1)
            .ThenBy(i => model.Variables[i].Rank)
            .First();
        var variable = model.Variables[index];
        return subject.Length > 0 && !variable.Subjects.Contains(subject, StringComparer.Ordinal)
            ? (index, 0)
            : (index, variable.MaskOf(negated ? "n" : "y"));
    }

    private static bool IsNegated(string clause) =>
        HasWord(clause, Negations) || clause.Contains("n't", StringComparison.Ordinal) || clause.Contains("=n", StringComparison.Ordinal);

    private static bool HasWord(string text, params string[] words) => words.Any(w => WordAt(text, w) >= 0);

    private static int WordAt(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var end = at + word.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end])))
            {
                return at;
            }

            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return -1;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
