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
                    await json.SkipAsync(cancellationToken);
                    break;
            }
        }, cancellationToken);
        return row;
    }
}
