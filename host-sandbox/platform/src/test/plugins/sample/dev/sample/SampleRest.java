package dev.sample;

import dev.quittance.api.*;
import dev.quittance.api.rest.*;
import dev.quittance.api.ui.Text;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;
import java.time.Instant;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class SampleRest implements RestModule {
    private final Notes notes;

    SampleRest(Notes notes) { this.notes = notes; }

    @Override public Set<Object> resources() { return Set.of(new NoteResource(notes)); }

    public record NoteJson(String who, Instant at, List<String> words, Map<String, String> more, Optional<String> none) {}

    @Path("notes")
    @RequiresPermission("sample.view")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class NoteResource {
        private final Notes notes;

        NoteResource(Notes notes) { this.notes = notes; }

        @GET
        public NoteJson all(@Context SecurityContext security, @QueryParam("prefix") @DefaultValue("") String prefix) {
            ActorPrincipal who = (ActorPrincipal) security.getUserPrincipal();
            return new NoteJson(who.getName() + security.isUserInRole("sample.view"), Instant.parse("2026-01-02T03:04:05Z"),
                    notes.words(who.actor().org().value(), prefix), Map.of("loader", Thread.currentThread().getContextClassLoader() == NoteResource.class.getClassLoader() ? "own" : "other"), Optional.empty());
        }

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public Response add(NoteJson note) {
            return Response.status(201).entity(Map.of("got", note.words())).build();
        }

        public record Wish(String word, int count, List<Wish> more) {}

        /** Writes whenever it is called, to be counted; the status is what is wished. */
        @POST @Path("wishes/{status}")
        @Consumes(MediaType.APPLICATION_JSON)
        @RequiresPermission("sample.write")
        public Response wish(@PathParam("status") int status, @HeaderParam("Idempotency-Key") String key, @Context SecurityContext security, Wish wish) {
            String org = ((ActorPrincipal) security.getUserPrincipal()).actor().org().value();
            notes.write(org, "wish " + wish.word() + " " + key);
            if (wish.word().startsWith("nap")) {
                try { ((java.util.concurrent.CountDownLatch) System.getProperties().get("sample.nap")).await(); } catch (InterruptedException e) { throw new IllegalStateException(e); }
            }
            return Response.status(status).header("Location", "/made/" + wish.word()).header("X-More", "m").entity(Map.of("id", UUID.randomUUID().toString())).build();
        }

        @GET @Path("boom")
        public String boom() { throw new IllegalStateException("detail"); }

        @GET @Path("told")
        public String told() { throw new PluginException(new ErrorCode("not_now", ErrorType.USER), Text.plain("Not now.")); }
    }
}
