# tests/publish takes the commands of RUN dotnet publish and of HEALTHCHECK from here, and tries them outside a container.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Ready-to-run for the processor that builds: it answers sooner after a start than code that is compiled on the way.
# (The analyzers have had their say in the build that the tests run on.)
RUN dotnet publish src/LlmGuide.Web -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:RunAnalyzers=false -o /app

# This image has ICU, without which the program does not start; those of Alpine and the chiseled ones (but "extra") have none.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# /data holds the SQLite file. It belongs to the user that comes with the image, and a new volume takes that over. The seed
# is in /app/db/seed, which no volume hides.
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    ConnectionStrings__Guide="Data Source=/data/llmguide.db" \
    Smtp__Folder=/data/mail
EXPOSE 8080
# The image has no curl: bash opens the connection itself. Without a Host, so that AllowedHosts need not name this one.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "LlmGuide.Web.dll"]
