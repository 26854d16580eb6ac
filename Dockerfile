# The same steps as tests/publish, which runs them outside a container.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/LlmGuide.Web -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# /data holds the SQLite file; the user that comes with the image owns it, and a new volume takes that over.
RUN mkdir /data && chown app /data
USER app
VOLUME /data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    ConnectionStrings__Guide="Data Source=/data/llmguide.db"
EXPOSE 8080
ENTRYPOINT ["dotnet", "LlmGuide.Web.dll"]
