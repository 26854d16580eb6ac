using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>What somebody is about to say.</summary>
public sealed class CommentDraft
{
    [Required(ErrorMessage = "Write something first.")]
    [StringLength(Comment.MaxLength, ErrorMessage = "At most 10,000 characters, please. Could it be two comments?")]
    public string Text { get; set; } = "";

    /// <summary>Made with the form. Two posts with one key are one comment.</summary>
    public Guid Key { get; set; }

    /// <summary>Whether it waits for an answer; only at the top.</summary>
    public bool IsQuestion { get; set; }
}
