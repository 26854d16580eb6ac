using System.Collections.Frozen;

using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>
/// The words that say what a link is for, where they do not say what it leads to: "paper", "code", "[PDF]", "项目主页". The title of the
/// work stands beside such links. Collected from some forty lists.
/// </summary>
internal static class LinkWords
{
    private static readonly FrozenSet<string> Purposes = Set(
        "abs abstract annotated announcement api app appendix archive arxiv article author bib bibtex blog blogpost book card chapter",
        "checkpoint checkpoints citation cite click code codes colab collection course data dataset datasets demo demos discord",
        "discussion doc docs documentation doi download eval example examples explained extended face free full gitee github gitlab",
        "google hf here home homepage html hub hugging huggingface implementation info install interview journal keras leaderboard learn",
        "lecture link links live main materials media medium mirror model models modelscope more news notebook notebooks notes official",
        "online open openreview org original page paper papers pdf playground podcast post poster preprint press proceedings project pub",
        "publication pytorch read readme reddit release repo report repository research review screenshot see site slide slides source",
        "space star starred stars summary supp supplementary talk tech technical tensorflow thread transcript try tutorial tweet twitter",
        "unofficial url version video videos view watch web webpage website weights wiki x youtube zenodo zhihu",
        "论文 代码 项目 链接 地址 博客 数据 数据集 视频 主页 官网 项目主页 项目地址 网站 文档 模型 下载 原文 源码 仓库 文章 教程 知乎 详情",
        "官方 体验 在线体验 开源地址 相关链接 论文地址 代码地址 論文 コード リンク 논문 코드 링크");

    /// <summary>Those that stand between others.</summary>
    private static readonly FrozenSet<string> Small = Set("a an and by for from in it of on or s the this to with");

    private static readonly FrozenSet<string> Telling = Set(
        "description about summary abstract intro introduction overview note notes tldr keywords",
        "简介 介绍 描述 说明 概要 摘要 备注 特点 数据集说明");

    /// <summary>Headings of what a list says about itself, with hyphens for spaces.</summary>
    private static readonly FrozenSet<string> OfTheList = Set(
        "contributing contribute contribution contributions how-to-contribute contributors",
        "contribution-guidelines our-contributors license licence licenses citation citations cite how-to-cite bibtex star-history",
        "star-history-chart stargazers stargazers-over-time acknowledgements acknowledgments acknowledgement acknowledgment sponsors",
        "sponsor backers contact contact-us disclaimer join-us feedback support-us",
        "贡献 贡献者 贡献指南 许可证 引用 致谢 联系我们");

    /// <summary>Whether a link only says what it is for, or has a number or a picture for a name.</summary>
    public static bool IsLabel(Run link) => link.Pictured || !Words.HasLetters(link.Text) || IsAddress(link.Text) || IsPurpose(link.Text);

    public static bool IsAddress(string text) => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text has no other words than those that say what something is for.</summary>
    public static bool IsPurpose(string text)
    {
        var words = Split(text);
        return Array.Exists(words, Purposes.Contains) && Array.TrueForAll(words, word => Purposes.Contains(word) || Small.Contains(word));
    }

    /// <summary>Whether what follows such a word describes: "简介：…".</summary>
    public static bool IsTelling(string text) => Telling.Contains(text.Trim());

    /// <summary>Whether a section is about the list itself, not about works.</summary>
    public static bool IsAboutTheList(string heading) => OfTheList.Contains(string.Join('-', Split(heading)));

    private static string[] Split(string text) => new string([.. text.Select(c => char.IsLetter(c) ? c : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Set(params string[] lines) =>
        FrozenSet.ToFrozenSet(lines.SelectMany(line => line.Split(' ')), StringComparer.OrdinalIgnoreCase);
}
