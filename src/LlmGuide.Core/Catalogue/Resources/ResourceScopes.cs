namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>The words in which queries speak of resources.</summary>
internal static class ResourceScopes
{
    extension(IQueryable<Resource> resources)
    {
        public IQueryable<Resource> Matching(ResourceFilter filter)
        {
            var found = resources;
            if (filter.Topics is { Count: > 0 } topics)
            {
                found = found.Where(r => r.Placements.Any(p => topics.Contains(p.Topic.Slug)));
            }

            if (filter.Kinds is { Count: > 0 } kinds)
            {
                found = found.Where(r => kinds.Contains(r.Kind));
            }

            if (filter.Levels is { Count: > 0 } levels)
            {
                found = found.Where(r => levels.Contains(r.Level));
            }

            if (filter.Years is { Count: > 0 } years)
            {
                found = found.Where(r => r.Year != null && years.Contains(r.Year.Value));
            }

            if (filter.Statuses is { Count: > 0 } statuses)
            {
                found = found.Where(r => statuses.Contains(r.LinkStatus));
            }

            return filter.Text is { Length: > 0 } text ? found.Titled(text) : found;
        }

        /// <summary>Those with a text in their title, other name, slug or authors; upper and lower case are one for ASCII.</summary>
        public IQueryable<Resource> Titled(string text)
        {
            var wanted = text.ToLowerInvariant();
            return resources.Where(r => r.Title.ToLower().Contains(wanted)
                || r.Slug.Contains(wanted)
                || r.AlsoKnownAs!.ToLower().Contains(wanted)
                || r.AuthorNames.ToLower().Contains(wanted));
        }

        /// <summary>Every order ends in the id, so that pages never overlap.</summary>
        public IQueryable<Resource> InOrder(ResourceSort sort) => sort switch
        {
            ResourceSort.Title => resources.OrderBy(r => r.Title).ThenBy(r => r.Id),
            ResourceSort.Newest => resources.OrderByDescending(r => r.Year).ThenByDescending(r => r.Month).ThenBy(r => r.Id),
            ResourceSort.Oldest => resources.OrderBy(r => r.Year == null).ThenBy(r => r.Year).ThenBy(r => r.Month).ThenBy(r => r.Id),
            ResourceSort.Added => resources.OrderByDescending(r => r.AddedAt).ThenByDescending(r => r.Id),
            ResourceSort.Shortest => resources.OrderBy(r => r.Minutes).ThenBy(r => r.Id),
            _ => resources.OrderBy(r => r.Id),
        };
    }
}
