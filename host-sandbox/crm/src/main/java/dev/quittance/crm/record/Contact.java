package dev.quittance.crm.record;

import java.util.Optional;
import java.util.UUID;

/**
 * A person at a client's.
 *
 * @param id unique within the organisation
 * @param clientId at whose
 * @param entry what is known about them
 */
public record Contact(UUID id, UUID clientId, Entry entry) {
    /**
     * What people enter about a contact.
     *
     * @param name their name
     * @param job what they are there; empty if it is not known
     * @param email their address, if there is one
     * @param phone as entered, if there is one
     * @param primary whether to ask them first
     */
    public record Entry(String name, String job, Optional<String> email, Optional<String> phone, boolean primary) {}
}
