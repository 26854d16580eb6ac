using System.Text.Json.Nodes;

using LlmGuide.Core.Interchange.Seed.Comparing;

namespace LlmGuide.Core.Tests.Interchange.Updating;

/// <summary>Three states of a draft: as the last seed said, as it is here, as the new seed says.</summary>
public sealed class DraftMergeTests
{
    [Theory]
    [InlineData("{'a':1,'b':1}", "{'a':1,'b':2}", "{'a':3,'b':1}", "{'a':3,'b':2}")]
    [InlineData("{'a':1}", "{'a':2}", "{'a':2}", "{'a':2}")]
    [InlineData("{'state':{'x':1,'y':1}}", "{'state':{'x':2,'y':1}}", "{'state':{'x':1,'y':2}}", "{'state':{'x':2,'y':2}}")]
    [InlineData("{'l':['a','b']}", "{'l':['a','own','b']}", "{'l':['a','b','new']}", "{'l':['a','own','b','new']}")]
    [InlineData("{'l':['a','b','c']}", "{'l':['a','c']}", "{'l':['b','c','d']}", "{'l':['c','d']}")]
    [InlineData("{'l':['a','b']}", "{'l':['b','a']}", "{'l':['a','x','b']}", "{'l':['b','a','x']}")]
    [InlineData("{'l':['a','b']}", "{'l':['a','own','b']}", "{'l':['b','a']}", "{'l':['b','a','own']}")]
    [InlineData(
        "{'l':[{'k':'a','v':1},{'k':'b','v':1}]}", "{'l':[{'k':'a','v':2},{'k':'b','v':1}]}",
        "{'l':[{'k':'b','v':3},{'k':'a','v':1}]}", "{'l':[{'k':'b','v':3},{'k':'a','v':2}]}")]
    [InlineData("null", "{'a':null,'l':['a']}", "{'a':1,'l':['a','b']}", "{'a':1,'l':['a','b']}")]
    public void What_one_side_changed_is_taken(string was, string here, string seed, string merged)
    {
        var merge = Of(was, here, seed);
        Assert.Empty(merge.Conflicts);
        Assert.Equal(Read(merged)!.ToJsonString(), merge.Merged.ToJsonString());
        Assert.Equal(merge.Merged.ToJsonString(), merge.Asked.ToJsonString());
    }

    [Theory]
    [InlineData("{'a':1,'b':1}", "{'a':2,'b':1}", "{'a':3,'b':2}", "a", "{'a':2,'b':2}", "{'a':3,'b':2}")]
    [InlineData("{'authors':['A','B']}", "{'authors':['A','C']}", "{'authors':['A','B','D']}", "authors", null, null)]
    [InlineData(
        "{'l':[{'k':'a','v':1}]}", "{'l':[{'k':'a','v':2}]}", "{'l':[]}", "l › a", "{'l':[{'k':'a','v':2}]}", "{'l':[]}")]
    [InlineData(
        "{'l':[{'k':'a','v':1}]}", "{'l':[]}", "{'l':[{'k':'a','v':2}]}", "l › a", "{'l':[]}", "{'l':[{'k':'a','v':2}]}")]
    [InlineData("{'l':['a','b','c']}", "{'l':['b','a','c']}", "{'l':['a','c','b']}", "l › order", null, null)]
    [InlineData("null", "{'a':1}", "{'a':2}", "a", "{'a':1}", "{'a':2}")]
    public void What_both_changed_stays_and_the_seed_s_is_asked_for(
        string was, string here, string seed, string conflict, string? merged, string? asked)
    {
        var merge = Of(was, here, seed);
        Assert.Equal([conflict], merge.Conflicts);
        Assert.Equal(Read(merged ?? here)!.ToJsonString(), merge.Merged.ToJsonString());
        Assert.Equal(Read(asked ?? seed)!.ToJsonString(), merge.Asked.ToJsonString());
    }

    private static DraftMerge Of(string was, string here, string seed) =>
        DraftMerge.Of(Read(was) as JsonObject, Read(here)!.AsObject(), Read(seed)!.AsObject());

    private static JsonNode? Read(string json) => JsonNode.Parse(json.Replace('\'', '"'));
}
