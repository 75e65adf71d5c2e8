using BenchmarkDotNet.Attributes;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Benchmarks;

/// <summary>What one use of the vfio-iommufd model costs inside the process.</summary>
public class BehaviourBenchmarks
{
    private static readonly string[] Argv = ["qemu-system-x86_64", "-object", "iommufd,id=iommufd0", "-device", "vfio-pci,host=0000:01:00.0,iommufd=iommufd0"];
    private static readonly Dictionary<string, string> Version = new() { ["qemu.version"] = "10.0.2" };

    private readonly BehaviourModel _model = BehaviourModels.Load("vfio-iommufd");

    [Benchmark]
    public int Load() => BehaviourModels.Load("vfio-iommufd").Actions.Count;

    [Benchmark(Baseline = true)]
    public int Diff() => ModelComparer.Compare(_model, _model.Variants[0].Set, _model.Variants[1].Set).Count;

    [Benchmark]
    public int DiffToProposedErrors() => ModelComparer.Compare(_model, _model.Variants[0].Set, _model.Variants[2].Set).Count;

    [Benchmark]
    public int Predict() => ModelEvaluator.Explain(_model, Argv, Version).Checks.Count;
}
