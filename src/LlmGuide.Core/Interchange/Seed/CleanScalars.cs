using LlmGuide.Core.Text;

using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>
/// Reads the texts of a seed file as YAML has them, without what no text of ours may have (<see cref="CleanText"/>):
/// YAML can spell any character.
/// </summary>
internal sealed class CleanScalars(INodeDeserializer scalars) : INodeDeserializer
{
    public bool Deserialize(
        IParser reader, Type expectedType, Func<IParser, Type, object?> nestedObjectDeserializer,
        out object? value, ObjectDeserializer rootDeserializer)
    {
        var found = scalars.Deserialize(reader, expectedType, nestedObjectDeserializer, out value, rootDeserializer);
        value = value is string text ? CleanText.Composed(text) : value;
        return found;
    }
}
