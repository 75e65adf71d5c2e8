using System.Collections;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Cli;

/// <summary>
/// Models that are read on another core while the command reads mail and the repository: reading them takes as long as all of
/// that. The first who asks waits.
/// </summary>
internal sealed class DeferredModels(Func<IReadOnlyList<BehaviourModel>> read) : IReadOnlyList<BehaviourModel>
{
    private readonly Task<IReadOnlyList<BehaviourModel>> _reading = OwnThread.Run(read);

    public int Count => Models.Count;

    private IReadOnlyList<BehaviourModel> Models => _reading.GetAwaiter().GetResult();

    public BehaviourModel this[int index] => Models[index];

    public IEnumerator<BehaviourModel> GetEnumerator() => Models.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
