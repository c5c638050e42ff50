using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class PipelineConfigTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Config = PipelineCalls.Api + "/pipelines_config";
    private const string Hosts = Config + "/ssh/known_hosts";
    private const string KeyPair = Config + "/ssh/key_pair";

    [Fact]
    public async Task Pipelines_is_disabled_and_enabled()
    {
        const string WebsiteConfig = "/2.0/repositories/demo/website/pipelines_config";
        bool? first = (bool?)(await sandbox.GetAsync(WebsiteConfig)).Json["enabled"];
        await sandbox.PutAsync(WebsiteConfig, """{"enabled": false}""");

        Assert.Equal((true, false), (first, (bool?)(await sandbox.GetAsync(WebsiteConfig)).Json["enabled"]));
    }

    [Fact]
    public async Task Config_is_for_administrators()
        => Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", Config, sandbox.As("asha"))).Status);

    [Fact]
    public async Task Private_key_is_never_told()
    {
        HttpStatusCode before = (await sandbox.GetAsync(KeyPair)).Status;
        Answer put = await sandbox.PutAsync(
            KeyPair, """{"private_key": "-----BEGIN OPENSSH PRIVATE KEY-----\nhidden-from-all\n-----END", "public_key": "ssh-ed25519 AAAA demo"}""");
        Answer got = await sandbox.GetAsync(KeyPair);
        Answer deleted = await sandbox.DeleteAsync(KeyPair);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NoContent), (before, put.Status, deleted.Status));
        Assert.Equal("ssh-ed25519 AAAA demo", (string?)got.Json["public_key"]);
        Assert.DoesNotContain("hidden-from-all", put.Text + got.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(KeyPair)).Status);
    }

    [Theory]
    [InlineData("""{"private_key": "hidden", "public_key": "ssh-ed25519 AAAA"}""")]
    [InlineData("""{"private_key": "-----BEGIN PRIVATE KEY-----", "public_key": "AAAA"}""")]
    [InlineData("""{"public_key": "ssh-ed25519 AAAA"}""")]
    public async Task Key_pair_that_is_none_is_refused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PutAsync(KeyPair, body)).Status);

    [Fact]
    public async Task Known_host_is_made_changed_and_deleted()
    {
        Answer made = await sandbox.PostAsync(Hosts, Host("git.example.org", "aGVsbG8="));
        string address = PipelineCalls.Of(Hosts, made.Json["uuid"]);
        JsonNode key = (await sandbox.GetAsync(address)).Json["public_key"]!;
        await sandbox.PutAsync(address, """{"hostname": "code.example.org"}""");
        JsonNode changed = (await sandbox.GetAsync(address)).Json;
        await sandbox.DeleteAsync(address);

        Assert.Equal(HttpStatusCode.Created, made.Status);

        // Those of "hello", by other programs.
        Assert.Equal("5d:41:40:2a:bc:4b:2a:76:b9:71:9d:91:10:17:c5:92", (string?)key["md5_fingerprint"]);
        Assert.Equal("SHA256:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ", (string?)key["sha256_fingerprint"]);
        Assert.Equal(("code.example.org", "aGVsbG8="), ((string)changed["hostname"]!, (string)changed["public_key"]!["key"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Known_host_is_there_once()
    {
        await sandbox.PostAsync(Hosts, Host("twice.example.org", "aGVsbG8="));

        Assert.Equal(HttpStatusCode.Conflict, (await sandbox.PostAsync(Hosts, Host("TWICE.example.org", "aGVsbG8="))).Status);
    }

    [Theory]
    [InlineData("", "aGVsbG8=")]
    [InlineData("bad.example.org", "no base64")]
    [InlineData("bad.example.org", "")]
    public async Task Known_host_that_makes_no_sense_is_refused(string name, string key)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PostAsync(Hosts, Host(name, key))).Status);

    [Fact]
    public async Task Content_of_a_cache_is_somewhere_else()
    {
        const string Caches = PipelineCalls.Api + "/pipelines-config/caches";
        JsonNode cache = (await sandbox.GetAsync(Caches)).Json["values"]![0]!;
        string uri = (string)(await sandbox.GetAsync(PipelineCalls.Of(Caches, cache["uuid"]) + "/content-uri")).Json["uri"]!;
        string text = await (await sandbox.FetchAsync(uri)).TextAsync();

        Assert.Equal((int)cache["file_size_bytes"]!, text.Length);
    }

    [Fact]
    public async Task Caches_are_deleted_one_by_one_and_by_name()
    {
        const string Caches = PipelineCalls.Api + "/pipelines-config/caches";
        JsonArray all = (await sandbox.GetAsync(Caches)).Json["values"]!.AsArray();
        string last = PipelineCalls.Of(Caches, all[^1]!["uuid"]);
        Answer one = await sandbox.SendAsync("DELETE", last, sandbox.As("asha"));
        int left = (int)(await sandbox.GetAsync(Caches)).Json["size"]!;

        // The other tests of this class need one to be there.
        Answer unknown = await sandbox.DeleteAsync(Caches + "?name=unknown");
        Answer unnamed = await sandbox.DeleteAsync(Caches);

        Assert.Equal((HttpStatusCode.NoContent, all.Count - 1), (one.Status, left));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (unknown.Status, unnamed.Status));
    }

    [Fact]
    public async Task Everybody_may_read_how_steps_prove_who_they_are()
    {
        const string Identity = "/2.0/workspaces/demo/pipelines-config/identity/oidc";
        JsonNode description = (await sandbox.SendAsync("GET", Identity + "/.well-known/openid-configuration")).Json;
        string keys = (string)description["jwks_uri"]!;

        Assert.Equal(sandbox.Origin + Identity, (string?)description["issuer"]);
        Assert.Equal("RSA", (string?)(await sandbox.SendAsync("GET", keys[sandbox.Origin.Length..])).Json["keys"]![0]!["kty"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/2.0/workspaces/nowhere/pipelines-config/identity/oidc/keys.json")).Status);
    }

    private static string Host(string name, string key)
        => $$$"""{"hostname": "{{{name}}}", "public_key": {"key_type": "ssh-ed25519", "key": "{{{key}}}"}}""";
}
