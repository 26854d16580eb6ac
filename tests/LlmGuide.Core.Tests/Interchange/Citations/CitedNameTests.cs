using LlmGuide.Core.Interchange.Citations;

namespace LlmGuide.Core.Tests.Interchange.Citations;

/// <summary>A name is taken apart as a librarian would.</summary>
public sealed class CitedNameTests
{
    [Theory]
    [InlineData("Ashish Vaswani", "Ashish", "", "Vaswani", "")]
    [InlineData("Aidan N. Gomez", "Aidan N.", "", "Gomez", "")]
    [InlineData("Łukasz Kaiser", "Łukasz", "", "Kaiser", "")]
    [InlineData("Guido van Rossum", "Guido", "van", "Rossum", "")]
    [InlineData("Diego de las Casas", "Diego", "de las", "Casas", "")]
    [InlineData("Henrique Ponde de Oliveira Pinto", "Henrique Ponde", "de", "Oliveira Pinto", "")]
    [InlineData("Aäron van den Oord", "Aäron", "van den", "Oord", "")]
    [InlineData("Gerard 't Hooft", "Gerard", "'t", "Hooft", "")]
    [InlineData("Fien De Meulder", "Fien", "", "De Meulder", "")]
    [InlineData("Teven Le Scao", "Teven", "", "Le Scao", "")]
    [InlineData("Quoc V. Le", "Quoc V.", "", "Le", "")]
    [InlineData("Martin Luther King Jr.", "Martin Luther", "", "King", "Jr.")]
    [InlineData("Martin Luther King, Jr.", "Martin Luther", "", "King", "Jr.")]
    [InlineData("King, Jr., Martin Luther", "Martin Luther", "", "King", "Jr.")]
    [InlineData("Henry Ford III", "Henry", "", "Ford", "III")]
    [InlineData("van Rossum, Guido", "Guido", "van", "Rossum", "")]
    [InlineData("Lee, Ann", "Ann", "", "Lee", "")]
    [InlineData("Grant Sanderson (3Blue1Brown)", "Grant", "", "Sanderson", "")]
    [InlineData("山田 太郎", "太郎", "", "山田", "")]
    [InlineData("김 철수", "철수", "", "김", "")]
    [InlineData("Иван Петров", "Иван", "", "Петров", "")]
    public void A_person_has_a_family_name_and_others(string name, string given, string particle, string family, string suffix) =>
        Assert.Equal(new CitedName(family, given, particle, suffix, IsWhole: false), CitedName.Parse(name));

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("DeepSeek-AI")]
    [InlineData("Barnes and Noble")]
    [InlineData("Simon & Schuster")]
    [InlineData("Kimi Team")]
    [InlineData("Team Olmo")]
    [InlineData("GLM-5 Team")]
    [InlineData("Gemma Team, Google DeepMind")]
    [InlineData("Hugging Face")]
    [InlineData("Thinking Machines Lab")]
    [InlineData("Common Crawl Foundation")]
    [InlineData("Model Context Protocol contributors")]
    [InlineData("University of Washington")]
    [InlineData("王小明")]
    [InlineData("Madonna")]
    public void A_group_and_a_name_of_one_word_stay_whole(string name) =>
        Assert.Equal(new CitedName(name, "", "", "", IsWhole: true), CitedName.Parse(name));
}
