using System.Text.Json;

namespace LlmGuide.Core.Interchange.Sota.Reading;

/// <summary>Reads one row of a table.</summary>
internal static class SotaRows
{
    public static async Task<SotaRow> RowAsync(this SotaValues json, CancellationToken cancellationToken)
    {
        var row = new SotaRow(json.Line);
        await json.FieldsAsync(async field =>
        {
            switch (field)
            {
                case "model_name":
                    row.Model = await json.NameAsync(cancellationToken);
                    break;
                case "paper_title":
                    row.PaperTitle = (await json.TextAsync(cancellationToken)).Trim();
                    break;
                case "paper_url":
                    row.PaperUrl = (await json.TextAsync(cancellationToken)).Trim();
                    break;
                case "paper_date":
                    row.PaperDate = (await json.TextAsync(cancellationToken)).Trim();
                    break;
                case "code_links":
                    row.CodeUrl = await json.FirstLinkAsync(cancellationToken);
                    break;
                case "uses_additional_data":
                    row.ExtraData = json.Type == JsonTokenType.True;
                    await json.SkipAsync(cancellationToken);
                    break;
                case "metrics":
                    await json.FieldsAsync(
                        async metric =>
                        {
                            var score = (SotaValues.Cut(metric.Trim()), await json.TextAsync(cancellationToken));
                            row.Scores.Add(SotaValues.Within(score, row.Scores.Count, SotaValues.MostOfRow, "scores in one row"));
                        },
                        cancellationToken);
                    break;
                default:
                    await json.OwnAsync(row, field, cancellationToken);
                    break;
            }
        }, cancellationToken);
        return row;
    }

    private static async Task OwnAsync(this SotaValues json, SotaRow row, string field, CancellationToken cancellationToken)
    {
        if (field == SotaRow.Fields.Source)
        {
            row.Source = await json.SourceAsync(cancellationToken);
            return;
        }

        var text = (await json.TextAsync(cancellationToken)).Trim();
        switch (field)
        {
            case SotaRow.Fields.Date:
                row.Date = text;
                break;
            case SotaRow.Fields.Track:
                row.Track = text;
                break;
            case SotaRow.Fields.MeasuredBy:
                row.MeasuredBy = text;
                break;
            case SotaRow.Fields.Version:
                row.Version = text;
                break;
            case SotaRow.Fields.Reference:
                row.Reference = text;
                break;
            case SotaRow.Fields.Note:
                row.Note = text;
                break;
            default:
                // Of another program: what it means is not known.
                break;
        }
    }

    private static async Task<SotaSource> SourceAsync(this SotaValues json, CancellationToken cancellationToken)
    {
        var source = new SotaSource("", "", "", "", "");
        await json.FieldsAsync(async field =>
        {
            var text = (await json.TextAsync(cancellationToken)).Trim();
            source = field switch
            {
                "title" => source with { Title = text },
                "url" => source with { Url = text },
                "licence" => source with { Licence = text },
                "attribution" => source with { Attribution = text },
                "place" => source with { Place = text },
                _ => source,
            };
        }, cancellationToken);
        return source;
    }
}
