using LlmGuide.Core.Catalogue.Addresses;

namespace LlmGuide.Core.Catalogue.Resources;

/// <content>By what it is known: each identifier has its key beside it, which follows it by itself (<see cref="WorkKeys"/>).</content>
public sealed partial class Resource
{
    /// <summary>The canonical address.</summary>
    public string Url
    {
        get;
        private set
        {
            if (field == value)
            {
                return;
            }

            // What is known of the old address says nothing about the new one. (EF Core fills the field itself, past this.)
            (LinkStatus, LinkCheckedAt, ArchiveUrl) = (LinkStatus.Unchecked, null, null);
            (field, UrlKey) = (value, ResourceUrl.KeyOf(value));
        }
    } = "";

    /// <summary>
    /// What all ways of writing <see cref="Url"/> share (<see cref="ResourceUrl.Key"/>); it follows the address by itself.
    /// </summary>
    public string? UrlKey { get; private set; }

    /// <summary>Such as <c>1706.03762</c>, without a version.</summary>
    public string? ArxivId
    {
        get;
        private set => (field, ArxivKey) = (value, ArxivNumber.KeyOf(value));
    }

    /// <summary>What all ways of writing <see cref="ArxivId"/> share; see <see cref="WorkKeys"/>.</summary>
    public string? ArxivKey { get; private set; }

    /// <summary>Digital object identifier of the published version, such as <c>10.18653/v1/N19-1423</c>.</summary>
    public string? Doi
    {
        get;
        private set => (field, DoiKey) = (value, DoiNumber.KeyOf(value));
    }

    /// <summary>What all ways of writing <see cref="Doi"/> share; see <see cref="WorkKeys"/>.</summary>
    public string? DoiKey { get; private set; }
}
