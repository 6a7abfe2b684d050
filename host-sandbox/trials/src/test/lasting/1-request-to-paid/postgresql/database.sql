--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: crm; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA crm;


--
-- Name: platform; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA platform;


--
-- Name: plugin_stripe_payments; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA plugin_stripe_payments;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: app_user; Type: TABLE; Schema: crm; Owner: -
--

CREATE TABLE crm.app_user (
    org_id character varying(64) NOT NULL,
    user_id uuid NOT NULL,
    login character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(20) NOT NULL,
    password_hash character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: client; Type: TABLE; Schema: crm; Owner: -
--

CREATE TABLE crm.client (
    org_id character varying(64) NOT NULL,
    client_id uuid NOT NULL,
    name character varying(300) NOT NULL,
    email character varying(254),
    phone character varying(40),
    locale character varying(35),
    created_at timestamp with time zone NOT NULL
);


--
-- Name: flyway_schema_history; Type: TABLE; Schema: crm; Owner: -
--

CREATE TABLE crm.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


--
-- Name: notification; Type: TABLE; Schema: crm; Owner: -
--

CREATE TABLE crm.notification (
    org_id character varying(64) NOT NULL,
    notification_key character varying(200) NOT NULL,
    permission character varying(120) NOT NULL,
    tone character varying(20) NOT NULL,
    words character varying(2000) NOT NULL,
    address character varying(500) NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: notification_read; Type: TABLE; Schema: crm; Owner: -
--

CREATE TABLE crm.notification_read (
    org_id character varying(64) NOT NULL,
    user_id uuid NOT NULL,
    notification_key character varying(200) NOT NULL,
    read_at timestamp with time zone NOT NULL
);


--
-- Name: organisation; Type: TABLE; Schema: crm; Owner: -
--

CREATE TABLE crm.organisation (
    org_id character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    currency character varying(3) NOT NULL,
    locale character varying(35) NOT NULL,
    time_zone character varying(64) NOT NULL,
    phone character varying(40) NOT NULL,
    email character varying(254) NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: project; Type: TABLE; Schema: crm; Owner: -
--

CREATE TABLE crm.project (
    org_id character varying(64) NOT NULL,
    project_id uuid NOT NULL,
    client_id uuid NOT NULL,
    name character varying(300) NOT NULL,
    stage character varying(40) NOT NULL,
    currency character varying(3) NOT NULL,
    contract_total_minor bigint,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: user_session; Type: TABLE; Schema: crm; Owner: -
--

CREATE TABLE crm.user_session (
    session_hash character varying(64) NOT NULL,
    org_id character varying(64) NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


--
-- Name: payment_cursor; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.payment_cursor (
    plugin_id character varying(64) NOT NULL,
    last_seq bigint NOT NULL
);


--
-- Name: TABLE payment_cursor; Type: COMMENT; Schema: platform; Owner: -
--

COMMENT ON TABLE platform.payment_cursor IS 'How far each plugin has been told; kept while it is off, so that it catches up';


--
-- Name: payment_event; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.payment_event (
    event_seq bigint NOT NULL,
    event_id character varying(200) NOT NULL,
    org_id character varying(64) NOT NULL,
    body character varying(20000) NOT NULL,
    published_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE payment_event; Type: COMMENT; Schema: platform; Owner: -
--

COMMENT ON TABLE platform.payment_event IS 'What happened to payments, for the listeners of other plugins';


--
-- Name: payment_event_head; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.payment_event_head (
    head_id integer NOT NULL,
    last_seq bigint NOT NULL
);


--
-- Name: TABLE payment_event_head; Type: COMMENT; Schema: platform; Owner: -
--

COMMENT ON TABLE platform.payment_event_head IS 'One row, locked by whoever publishes: so events become visible in the order of their numbers';


--
-- Name: plugin; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.plugin (
    plugin_id character varying(64) NOT NULL,
    version character varying(64) NOT NULL,
    directory character varying(200) NOT NULL,
    state character varying(16) NOT NULL,
    reason character varying(2000) NOT NULL,
    changed_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE plugin; Type: COMMENT; Schema: platform; Owner: -
--

COMMENT ON TABLE platform.plugin IS 'Installed plugins; what is ENABLED here is enabled again at the next start';


--
-- Name: COLUMN plugin.directory; Type: COMMENT; Schema: platform; Owner: -
--

COMMENT ON COLUMN platform.plugin.directory IS 'Where it is unpacked: <version>-<first eight digits of its SHA-256>, below its id';


--
-- Name: scheduled_tasks; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.scheduled_tasks (
    task_name character varying(100) NOT NULL,
    task_instance character varying(300) NOT NULL,
    task_data bytea,
    execution_time timestamp with time zone NOT NULL,
    picked boolean NOT NULL,
    picked_by character varying(100),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint NOT NULL,
    priority smallint
);


--
-- Name: TABLE scheduled_tasks; Type: COMMENT; Schema: platform; Owner: -
--

COMMENT ON TABLE platform.scheduled_tasks IS 'Jobs that wait or run; task_data is text: plugin/job/key';


--
-- Name: schema_history; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


--
-- Name: attempt; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.attempt (
    org_id character varying NOT NULL,
    attempt_id uuid NOT NULL,
    request_id uuid NOT NULL,
    live_request_id uuid,
    operation_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    stripe_account_id character varying NOT NULL,
    livemode boolean NOT NULL,
    amount_minor bigint NOT NULL,
    currency character varying NOT NULL,
    state character varying NOT NULL,
    stripe_checkout_session_id character varying,
    session_url_sealed bytea,
    session_expires_at timestamp with time zone,
    stripe_payment_intent_id character varying,
    last_decline character varying,
    last_decline_charge_id character varying,
    next_check_at timestamp with time zone,
    checked_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);


--
-- Name: TABLE attempt; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.attempt IS 'One way to pay a request: one hosted session';


--
-- Name: connection; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.connection (
    org_id character varying NOT NULL,
    connection_id uuid NOT NULL,
    livemode boolean NOT NULL,
    stripe_account_id character varying NOT NULL,
    account_name character varying NOT NULL,
    country character varying NOT NULL,
    default_currency character varying NOT NULL,
    charges_enabled boolean NOT NULL,
    key_sealed bytea NOT NULL,
    key_hint character varying NOT NULL,
    state character varying NOT NULL,
    state_reason character varying NOT NULL,
    live_org_id character varying,
    connected_by character varying NOT NULL,
    connected_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);


--
-- Name: TABLE connection; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.connection IS 'The Stripe account that an organisation uses; earlier ones stay for their payments';


--
-- Name: discrepancy; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.discrepancy (
    org_id character varying NOT NULL,
    discrepancy_id uuid NOT NULL,
    discrepancy_key character varying NOT NULL,
    kind character varying NOT NULL,
    stripe_object_id character varying NOT NULL,
    request_id uuid,
    detail character varying NOT NULL,
    state character varying NOT NULL,
    found_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE discrepancy; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.discrepancy IS 'Where Stripe and we disagree; a person attaches or ignores it';


--
-- Name: installation_mark; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.installation_mark (
    installation_id character varying NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE installation_mark; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.installation_mark IS 'Which host installation wrote these rows: another id here means a restored copy';


--
-- Name: ledger_entry; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.ledger_entry (
    org_id character varying NOT NULL,
    posting_id uuid NOT NULL,
    line integer NOT NULL,
    account character varying NOT NULL,
    amount_minor bigint NOT NULL,
    currency character varying NOT NULL
);


--
-- Name: TABLE ledger_entry; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.ledger_entry IS 'A line of a booking';


--
-- Name: ledger_posting; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.ledger_posting (
    org_id character varying NOT NULL,
    posting_id uuid NOT NULL,
    posting_key character varying NOT NULL,
    kind character varying NOT NULL,
    record_object character varying NOT NULL,
    record_id character varying NOT NULL,
    request_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    stripe_balance_transaction_id character varying,
    posted_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE ledger_posting; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.ledger_posting IS 'One booking; its entries sum to zero for each currency. Never edited, never removed';


--
-- Name: operation; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.operation (
    org_id character varying NOT NULL,
    operation_id uuid NOT NULL,
    kind character varying NOT NULL,
    connection_id uuid NOT NULL,
    stripe_account_id character varying NOT NULL,
    livemode boolean NOT NULL,
    method character varying NOT NULL,
    path character varying NOT NULL,
    body_sealed bytea NOT NULL,
    idempotency_key character varying NOT NULL,
    subject_id uuid NOT NULL,
    state character varying NOT NULL,
    tries integer NOT NULL,
    first_sent_at timestamp with time zone,
    last_sent_at timestamp with time zone,
    next_check_at timestamp with time zone,
    answered_at timestamp with time zone,
    http_status integer,
    error_code character varying,
    stripe_request_id character varying,
    stripe_object_id character varying,
    created_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);


--
-- Name: TABLE operation; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.operation IS 'One mutating call to Stripe, written and committed before the call';


--
-- Name: outbox; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.outbox (
    org_id character varying NOT NULL,
    outbox_id uuid NOT NULL,
    dedupe_key character varying NOT NULL,
    kind character varying NOT NULL,
    subject_id uuid NOT NULL,
    detail character varying NOT NULL,
    state character varying NOT NULL,
    tries integer NOT NULL,
    due_at timestamp with time zone,
    last_error character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    version bigint NOT NULL
);


--
-- Name: TABLE outbox; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.outbox IS 'Effects that leave the database, decided in the transaction that made them due';


--
-- Name: pay_link; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.pay_link (
    token_hash character varying NOT NULL,
    org_id character varying NOT NULL,
    request_id uuid NOT NULL,
    token_sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);


--
-- Name: TABLE pay_link; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.pay_link IS 'Directory: which request an address stands for; the token itself is nowhere in clear';


--
-- Name: payment; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.payment (
    org_id character varying NOT NULL,
    payment_id uuid NOT NULL,
    request_id uuid NOT NULL,
    attempt_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    stripe_account_id character varying NOT NULL,
    livemode boolean NOT NULL,
    stripe_payment_intent_id character varying NOT NULL,
    stripe_charge_id character varying,
    amount_minor bigint NOT NULL,
    currency character varying NOT NULL,
    state character varying NOT NULL,
    method_type character varying NOT NULL,
    method_brand character varying NOT NULL,
    method_last4 character varying NOT NULL,
    overpaid boolean NOT NULL,
    fee_minor bigint,
    fee_currency character varying,
    stripe_balance_transaction_id character varying,
    next_check_at timestamp with time zone,
    succeeded_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);


--
-- Name: TABLE payment; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.payment IS 'Money: one PaymentIntent that is processing, succeeded or failed';


--
-- Name: payment_request; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.payment_request (
    org_id character varying NOT NULL,
    request_id uuid NOT NULL,
    record_object character varying NOT NULL,
    record_id character varying NOT NULL,
    record_name character varying NOT NULL,
    client_id character varying NOT NULL,
    type character varying NOT NULL,
    percent_basis_points integer,
    amount_minor bigint NOT NULL,
    currency character varying NOT NULL,
    description character varying NOT NULL,
    recipient_name character varying NOT NULL,
    recipient_email character varying NOT NULL,
    locale character varying NOT NULL,
    state character varying NOT NULL,
    submission_key character varying NOT NULL,
    contributed character varying NOT NULL,
    receipt_lines character varying NOT NULL,
    requested_by character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    viewed_at timestamp with time zone,
    paid_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT payment_request_amount CHECK ((amount_minor > 0))
);


--
-- Name: TABLE payment_request; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.payment_request IS 'What one payer is asked for, for one record';


--
-- Name: record_balance; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.record_balance (
    org_id character varying NOT NULL,
    record_object character varying NOT NULL,
    record_id character varying NOT NULL,
    currency character varying NOT NULL,
    requested_minor bigint NOT NULL,
    processing_minor bigint NOT NULL,
    paid_minor bigint NOT NULL,
    refunded_minor bigint NOT NULL,
    disputed_minor bigint NOT NULL,
    version bigint NOT NULL
);


--
-- Name: TABLE record_balance; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.record_balance IS 'Kept sums of a record, changed in the transaction of what they sum';


--
-- Name: schema_history; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


--
-- Name: stripe_account; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.stripe_account (
    stripe_account_id character varying NOT NULL,
    livemode boolean NOT NULL,
    org_id character varying NOT NULL
);


--
-- Name: TABLE stripe_account; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.stripe_account IS 'Directory: which organisation uses a Stripe account; no account serves two';


--
-- Name: timeline_entry; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.timeline_entry (
    org_id character varying NOT NULL,
    entry_id uuid NOT NULL,
    request_id uuid NOT NULL,
    kind character varying NOT NULL,
    actor character varying NOT NULL,
    detail character varying NOT NULL,
    happened_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE timeline_entry; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.timeline_entry IS 'What happened to a request; written with the change itself, never edited';


--
-- Name: webhook_endpoint; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.webhook_endpoint (
    endpoint_id character varying NOT NULL,
    org_id character varying NOT NULL,
    connection_id uuid NOT NULL,
    stripe_account_id character varying NOT NULL,
    livemode boolean NOT NULL,
    stripe_webhook_endpoint_id character varying,
    secret_sealed bytea,
    previous_secret_sealed bytea,
    previous_until timestamp with time zone,
    state character varying NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE webhook_endpoint; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.webhook_endpoint IS 'Directory: which organisation, account and mode an endpoint address stands for';


--
-- Name: webhook_event; Type: TABLE; Schema: plugin_stripe_payments; Owner: -
--

CREATE TABLE plugin_stripe_payments.webhook_event (
    org_id character varying NOT NULL,
    endpoint_id character varying NOT NULL,
    stripe_event_id character varying NOT NULL,
    type character varying NOT NULL,
    stripe_object_id character varying NOT NULL,
    stripe_account_id character varying NOT NULL,
    livemode boolean NOT NULL,
    api_version character varying NOT NULL,
    body_sealed bytea NOT NULL,
    state character varying NOT NULL,
    reason character varying NOT NULL,
    tries integer NOT NULL,
    next_try_at timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    version bigint NOT NULL
);


--
-- Name: TABLE webhook_event; Type: COMMENT; Schema: plugin_stripe_payments; Owner: -
--

COMMENT ON TABLE plugin_stripe_payments.webhook_event IS 'The inbox: what Stripe told us, stored before we said thank you';


--
-- Data for Name: app_user; Type: TABLE DATA; Schema: crm; Owner: -
--

INSERT INTO crm.app_user VALUES ('ridgeline', '1e64a4dc-abd1-3be7-8155-1565330fbc52', 'office@ridgeline.example', 'Olivia Bennett', 'office', '$argon2id$v=19$m=19456,t=2,p=1$j9n5XMbM/NsXlbbAL690SA$hvxGmLG1kCgzhZ0Mm2s4uqnxM5SJl75bL+HgYmJtyzg', '2026-11-21 13:33:42.991501+00');
INSERT INTO crm.app_user VALUES ('ridgeline', '048ffd83-5e8a-3f14-9a56-d34dc6572592', 'tech@ridgeline.example', 'Theo Alvarez', 'technician', '$argon2id$v=19$m=19456,t=2,p=1$6DplzomodiniZ7uMt0W+fw$qBO8hSOonpgSwbibp5MOkN3WjSOTK08L5P7f6sVMQYg', '2026-11-21 13:33:42.993621+00');
INSERT INTO crm.app_user VALUES ('ridgeline', '691ff985-b750-3a6a-a367-7ea32aaa4ddc', 'admin@ridgeline.example', 'Ada Morgan', 'admin', '$argon2id$v=19$m=19456,t=2,p=1$oExxm40OyApoIu7r697y9g$SRAHxKMpusjWZevV+i90UzyE7eb9luTF9q735SPm8B8', '2026-11-21 13:33:42.99479+00');
INSERT INTO crm.app_user VALUES ('kuestenbau', '0a0cb3eb-429b-3529-9ce8-55ad999c056e', 'office@kuestenbau.example', 'Jana Petersen', 'office', '$argon2id$v=19$m=19456,t=2,p=1$s1WItgB7ZgRECg1Z2CQjTQ$NrrEylX6KGaDNMmFkGAZwOEveAyIR8ntfms84xm0bVQ', '2026-11-21 13:33:42.995926+00');
INSERT INTO crm.app_user VALUES ('kuestenbau', '11abcb40-8282-3225-a918-d08b24f28bdf', 'tech@kuestenbau.example', 'Nils Brandt', 'technician', '$argon2id$v=19$m=19456,t=2,p=1$NkrmkqwAKW297WenX7ZKhQ$F1AW8m971Osipsk2yhPt2jPifJSlGY3h/MdI3IquIPk', '2026-11-21 13:33:42.997486+00');
INSERT INTO crm.app_user VALUES ('kuestenbau', '79682463-2df2-3af8-b4d9-3ec46919e68c', 'admin@kuestenbau.example', 'Karin Voss', 'admin', '$argon2id$v=19$m=19456,t=2,p=1$PAfY++c7PJ8SefVutnK91g$53xoGxurxyS+2ndmv0u9y6WsosNxarlaH8KxTGkT8Ng', '2026-11-21 13:33:42.999546+00');


--
-- Data for Name: client; Type: TABLE DATA; Schema: crm; Owner: -
--

INSERT INTO crm.client VALUES ('ridgeline', '0a22eee4-dd63-3bb6-ba88-93babd0d475c', 'Dana Ruiz', 'dana.ruiz@example.com', '+1 303 555 0101', NULL, '2026-09-01 14:00:00+00');
INSERT INTO crm.client VALUES ('ridgeline', '33c109fb-a2ac-39fe-9dd4-c0094204eb92', 'Miguel Ortega', 'miguel.ortega@example.com', '+1 303 555 0102', 'es-US', '2026-09-01 14:00:00+00');
INSERT INTO crm.client VALUES ('ridgeline', '3830666c-f32d-3c4c-a455-5b20e6021c59', 'Harbor View HOA', 'board@harborview.example', NULL, NULL, '2026-09-01 14:00:00+00');
INSERT INTO crm.client VALUES ('ridgeline', '07c2b345-64eb-39ce-8ea0-94be024a5790', 'Walter Finch', NULL, '+1 303 555 0104', NULL, '2026-09-01 14:00:00+00');
INSERT INTO crm.client VALUES ('ridgeline', 'e79ed673-e1f9-3006-8b42-38c52759e19a', 'Atelier Dubois', 'claire@dubois.example', '+33 1 55 50 01 05', 'fr-FR', '2026-09-01 14:00:00+00');
INSERT INTO crm.client VALUES ('kuestenbau', '176fdc4d-f713-3bdd-bd63-d22754704ff4', 'Familie Claasen', 'claasen@example.com', '+49 431 5550 101', NULL, '2026-09-01 14:00:00+00');
INSERT INTO crm.client VALUES ('kuestenbau', 'c7110341-0143-312d-90e2-acf2aa2d3314', 'Hotel Seeblick', 'verwaltung@seeblick.example', NULL, NULL, '2026-09-01 14:00:00+00');


--
-- Data for Name: flyway_schema_history; Type: TABLE DATA; Schema: crm; Owner: -
--

INSERT INTO crm.flyway_schema_history VALUES (1, '0001', 'people and records', 'SQL', 'V0001__people_and_records.sql', -711082144, 'postgres', '2026-11-21 13:33:42.05313', 21, true);


--
-- Data for Name: notification; Type: TABLE DATA; Schema: crm; Owner: -
--

INSERT INTO crm.notification VALUES ('ridgeline', 'stripe-payments:notice/paid/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'stripe-payments.view', 'good', 'Paid: $6,000.00 for Ruiz roof (Visa •4242).', '/project/f24fdbe9-26ac-3023-a37d-ee5ecc69c2f2', '2026-11-21 13:33:50.406325+00');


--
-- Data for Name: notification_read; Type: TABLE DATA; Schema: crm; Owner: -
--



--
-- Data for Name: organisation; Type: TABLE DATA; Schema: crm; Owner: -
--

INSERT INTO crm.organisation VALUES ('ridgeline', 'Ridgeline Roofing', 'USD', 'en-US', 'America/Denver', '+1 303 555 0142', 'office@ridgeline.example', '2026-11-21 13:33:42.949495+00');
INSERT INTO crm.organisation VALUES ('kuestenbau', 'Küstenbau GmbH', 'EUR', 'de-DE', 'Europe/Berlin', '+49 431 5550 142', 'buero@kuestenbau.example', '2026-11-21 13:33:42.98944+00');


--
-- Data for Name: project; Type: TABLE DATA; Schema: crm; Owner: -
--

INSERT INTO crm.project VALUES ('ridgeline', '1e6e668e-4a6f-3401-8cd7-cc560d544907', '33c109fb-a2ac-39fe-9dd4-c0094204eb92', 'Ortega garage', 'complete', 'USD', 748050, '2026-09-02 14:00:00+00');
INSERT INTO crm.project VALUES ('ridgeline', '2ed38d6c-c52f-3245-944f-76ea3fa8b6fc', '3830666c-f32d-3c4c-a455-5b20e6021c59', 'Harbor View flat roof', 'in_progress', 'USD', 8650000, '2026-09-03 14:00:00+00');
INSERT INTO crm.project VALUES ('ridgeline', '16322307-5eda-313e-a975-460b538fc2c9', 'e79ed673-e1f9-3006-8b42-38c52759e19a', 'Dubois terrace', 'signed', 'EUR', 980000, '2026-09-04 14:00:00+00');
INSERT INTO crm.project VALUES ('ridgeline', '6f1fd4ed-b601-39ca-bb64-b24558e346c9', '3830666c-f32d-3c4c-a455-5b20e6021c59', 'Harbor View gutters', 'lead', 'USD', 1290000, '2026-09-05 14:00:00+00');
INSERT INTO crm.project VALUES ('ridgeline', 'aa6bc45f-0090-3d27-b981-ca2772a3a336', '07c2b345-64eb-39ce-8ea0-94be024a5790', 'Finch skylight', 'signed', 'USD', 315000, '2026-09-06 14:00:00+00');
INSERT INTO crm.project VALUES ('ridgeline', '4348d31c-5e42-31fe-bd8f-b8c2017719f0', '0a22eee4-dd63-3bb6-ba88-93babd0d475c', 'Ruiz leak check', 'in_progress', 'USD', NULL, '2026-09-07 14:00:00+00');
INSERT INTO crm.project VALUES ('ridgeline', '07f1a02e-98b0-31db-b0b4-4f0e107afd6f', '33c109fb-a2ac-39fe-9dd4-c0094204eb92', 'Ortega gutters', 'in_progress', 'USD', 420000, '2026-09-08 14:00:00+00');
INSERT INTO crm.project VALUES ('ridgeline', 'f24fdbe9-26ac-3023-a37d-ee5ecc69c2f2', '0a22eee4-dd63-3bb6-ba88-93babd0d475c', 'Ruiz roof', 'signed', 'USD', 1500000, '2026-09-09 14:00:00+00');
INSERT INTO crm.project VALUES ('kuestenbau', '2cd6fa7b-6f09-3c7e-ad22-09a95f2669c2', 'c7110341-0143-312d-90e2-acf2aa2d3314', 'Seeblick Balkone', 'in_progress', 'EUR', 4200000, '2026-09-02 14:00:00+00');
INSERT INTO crm.project VALUES ('kuestenbau', 'e86e1af3-42a9-3bfd-ad13-d1b3fb1f7ce7', '176fdc4d-f713-3bdd-bd63-d22754704ff4', 'Reetdach Claasen', 'signed', 'EUR', 1840000, '2026-09-03 14:00:00+00');


--
-- Data for Name: user_session; Type: TABLE DATA; Schema: crm; Owner: -
--

INSERT INTO crm.user_session VALUES ('eb8b724f31459b7696f627359c5c77cfbba7076ff001dd9d8a7219df7d1eb9b9', 'ridgeline', '691ff985-b750-3a6a-a367-7ea32aaa4ddc', '2026-11-21 13:33:45.133291+00', '2026-11-21 13:33:45.133291+00', '2026-11-22 01:33:45.133291+00');
INSERT INTO crm.user_session VALUES ('d213a2f214a0d131ac10adf18d1c69d364e1be15e20f0170548a039292993e4c', 'ridgeline', '1e64a4dc-abd1-3be7-8155-1565330fbc52', '2026-11-21 13:33:45.132196+00', '2026-11-21 13:33:45.132196+00', '2026-11-22 01:33:45.132196+00');
INSERT INTO crm.user_session VALUES ('c923a04aff30807487c98618a404922ce61aa16ff6b0309996aef8b2011d8cb0', 'kuestenbau', '79682463-2df2-3af8-b4d9-3ec46919e68c', '2026-11-21 13:33:46.034249+00', '2026-11-21 13:33:46.034249+00', '2026-11-22 01:33:46.034249+00');


--
-- Data for Name: payment_cursor; Type: TABLE DATA; Schema: platform; Owner: -
--



--
-- Data for Name: payment_event; Type: TABLE DATA; Schema: platform; Owner: -
--

INSERT INTO platform.payment_event VALUES (1, '01a1fe50-1f2b-7000-aeb6-7b973954eb03', 'ridgeline', '{"id":"01a1fe50-1f2b-7000-aeb6-7b973954eb03","kind":"requested","org":"ridgeline","object":"project","record":"f24fdbe9-26ac-3023-a37d-ee5ecc69c2f2","request":"01a1fe50-1f1c-7000-aeeb-ae746d1b39e4","amountMinor":600000,"currency":"USD","at":"2026-11-21T13:33:46.155263Z","attributes":{"type":"deposit"}}', '2026-11-21 13:33:46.433631+00');
INSERT INTO platform.payment_event VALUES (2, '01a1fe50-2f09-7001-925b-45001b2bb4f7', 'ridgeline', '{"id":"01a1fe50-2f09-7001-925b-45001b2bb4f7","kind":"paid","org":"ridgeline","object":"project","record":"f24fdbe9-26ac-3023-a37d-ee5ecc69c2f2","request":"01a1fe50-1f1c-7000-aeeb-ae746d1b39e4","amountMinor":600000,"currency":"USD","at":"2026-11-21T13:33:50.217962Z","attributes":{"payment":"01a1fe50-2ef6-7000-80c4-ef796871cc9b","type":"deposit"}}', '2026-11-21 13:33:50.430679+00');
INSERT INTO platform.payment_event VALUES (3, '01a1fe50-3cfe-7000-b102-bd1d4d0b3765', 'ridgeline', '{"id":"01a1fe50-3cfe-7000-b102-bd1d4d0b3765","kind":"requested","org":"ridgeline","object":"project","record":"4348d31c-5e42-31fe-bd8f-b8c2017719f0","request":"01a1fe50-3cf9-7000-b20b-eaecf125bcab","amountMinor":12345,"currency":"USD","at":"2026-11-21T13:33:53.790024Z","attributes":{"type":"custom"}}', '2026-11-21 13:33:53.893351+00');


--
-- Data for Name: payment_event_head; Type: TABLE DATA; Schema: platform; Owner: -
--

INSERT INTO platform.payment_event_head VALUES (1, 3);


--
-- Data for Name: plugin; Type: TABLE DATA; Schema: platform; Owner: -
--

INSERT INTO platform.plugin VALUES ('stripe-payments', '0.1.0-SNAPSHOT', '0.1.0-SNAPSHOT-69d95cbe', 'ENABLED', '', '2026-11-21 13:33:43.952266+00');


--
-- Data for Name: scheduled_tasks; Type: TABLE DATA; Schema: platform; Owner: -
--

INSERT INTO platform.scheduled_tasks VALUES ('plugin-job', 'stripe-payments/operations/#0', '\x7374726970652d7061796d656e74732f6f7065726174696f6e732f', '2026-11-21 13:34:15.049941+00', false, NULL, '2026-11-21 13:33:45.050015+00', NULL, 0, NULL, 3, NULL);
INSERT INTO platform.scheduled_tasks VALUES ('plugin-job', 'stripe-payments/webhooks/#0', '\x7374726970652d7061796d656e74732f776562686f6f6b732f', '2026-11-21 13:34:15.050387+00', false, NULL, '2026-11-21 13:33:45.050409+00', NULL, 0, NULL, 3, NULL);
INSERT INTO platform.scheduled_tasks VALUES ('plugin-job', 'stripe-payments/outbox/#0', '\x7374726970652d7061796d656e74732f6f7574626f782f', '2026-11-21 13:34:15.04563+00', false, NULL, '2026-11-21 13:33:45.046227+00', NULL, 0, NULL, 3, NULL);
INSERT INTO platform.scheduled_tasks VALUES ('plugin-job', 'stripe-payments/sweep/#0', '\x7374726970652d7061796d656e74732f73776565702f', '2026-11-21 13:34:45.055698+00', false, NULL, '2026-11-21 13:33:45.055757+00', NULL, 0, NULL, 3, NULL);


--
-- Data for Name: schema_history; Type: TABLE DATA; Schema: platform; Owner: -
--

INSERT INTO platform.schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"platform"', NULL, 'postgres', '2026-11-21 13:33:42.777101', 0, true);
INSERT INTO platform.schema_history VALUES (1, '0001', 'plugins jobs events', 'SQL', 'V0001__plugins_jobs_events.sql', -1363070994, 'postgres', '2026-11-21 13:33:42.784344', 15, true);


--
-- Data for Name: attempt; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.attempt VALUES ('ridgeline', '01a1fe50-2c07-7000-9b27-1da77c9f4ed7', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', NULL, '01a1fe50-2c07-7001-a643-bded2a5cdd1c', '01a1fe50-1c52-7000-9788-e296153388fa', 'acct_myR95k3yiBnwIkgq', false, 600000, 'USD', 'SUCCEEDED', 'cs_test_l9DBGuuQAXFxVhUQ0vZKKfkbsi0sTkSzfvk63kZ7DLWCTUVi3hjtNvNqwQ', NULL, '2026-11-22 13:33:49+00', 'pi_YJssKFwsARpNQUPbbqeeerxx', '', '', NULL, '2026-11-21 13:33:50.378226+00', '2026-11-21 13:33:49.447905+00', 5);


--
-- Data for Name: connection; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.connection VALUES ('ridgeline', '01a1fe50-1c52-7000-9788-e296153388fa', false, 'acct_myR95k3yiBnwIkgq', 'Ridgeline Roofing', 'US', 'USD', true, '\x0100000001b0d54c9e7c05b4b91cf721bdf7a4a715013e31084c206fcc2d55ac9dfb433d75b273651ff9592cf005941352b9af7179c94ff68c9ffd8042416a569f808e6b8163e3a7136729922d7954a258846060fff4accd3e', 'sk_test_…yFZ5', 'CONNECTED', '', 'ridgeline', '691ff985-b750-3a6a-a367-7ea32aaa4ddc', '2026-11-21 13:33:45.640838+00', '2026-11-21 13:33:45.640838+00', 1);
INSERT INTO plugin_stripe_payments.connection VALUES ('kuestenbau', '01a1fe50-1ee1-7000-9b24-d65b72665cad', false, 'acct_9rxyV0cU8hql83rK', 'Küstenbau GmbH', 'DE', 'EUR', true, '\x0100000001abab8f21e91907308386c61c78ed9e57014208939d3ae4ff0552da9d4b37f38d1f9f9ad67a6ade75bf479f227335a954cc0efd4eccf8c1fc37e4ecbd19742782e37321b1a108e8001ac7182b921a09984d8eaf14', 'sk_test_…c93l', 'CONNECTED', '', 'kuestenbau', '79682463-2df2-3af8-b4d9-3ec46919e68c', '2026-11-21 13:33:46.097983+00', '2026-11-21 13:33:46.097983+00', 1);


--
-- Data for Name: discrepancy; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--



--
-- Data for Name: installation_mark; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--



--
-- Data for Name: ledger_entry; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.ledger_entry VALUES ('ridgeline', '01a1fe50-2eff-7000-8dc1-aa142b09c286', 1, 'stripe_balance', 600000, 'USD');
INSERT INTO plugin_stripe_payments.ledger_entry VALUES ('ridgeline', '01a1fe50-2eff-7000-8dc1-aa142b09c286', 2, 'received', -600000, 'USD');
INSERT INTO plugin_stripe_payments.ledger_entry VALUES ('ridgeline', '01a1fe50-35aa-7000-80ba-dcee47f02139', 1, 'stripe_fees', 17430, 'USD');
INSERT INTO plugin_stripe_payments.ledger_entry VALUES ('ridgeline', '01a1fe50-35aa-7000-80ba-dcee47f02139', 2, 'stripe_balance', -17430, 'USD');


--
-- Data for Name: ledger_posting; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.ledger_posting VALUES ('ridgeline', '01a1fe50-2eff-7000-8dc1-aa142b09c286', 'payment/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'payment', 'project', 'f24fdbe9-26ac-3023-a37d-ee5ecc69c2f2', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', '01a1fe50-2ef6-7000-80c4-ef796871cc9b', NULL, '2026-11-21 13:33:50.207935+00');
INSERT INTO plugin_stripe_payments.ledger_posting VALUES ('ridgeline', '01a1fe50-35aa-7000-80ba-dcee47f02139', 'fee/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'fee', 'project', 'f24fdbe9-26ac-3023-a37d-ee5ecc69c2f2', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', '01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'txn_c5TpItok1bdQWKKJ4ctRhlJE', '2026-11-21 13:33:51.914807+00');


--
-- Data for Name: operation; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.operation VALUES ('ridgeline', '01a1fe50-1d5f-7000-9cc4-038a7f020e4a', 'create_webhook_endpoint', '01a1fe50-1c52-7000-9788-e296153388fa', 'acct_myR95k3yiBnwIkgq', false, 'POST', '/v1/webhook_endpoints', '\x0100000001ea0d7eff20a54dc9f34cf7667a3b3b4cd8d5b348961bf1cb3f378fcef57b7cc37ccdf00062c2fffafacc880694ede31d0b781a7b6d104a3dfcd1f207e80557c33ad182fa97821fbdb282b7aeb8eda58cab59c7a8345cb6cd0460b252568890455fc54c0ce1e94a5670d16c1ef5a3b5d24c572aead46534c527e698ad6726c69c2d65529a73d2d6e17f4ffe02b159365d360e61e639e374904708b3f65d87ad851947f297ac3e6b652f21b7b6793362870d99d80351af37f03efe2135b1923098f4da32221b4e7f34c89576af08605ffa637583bb81d3e68c20a288a0af6e77edeb5b24ba30213ffca62afce892b1e13fef42b83ffd55790104d46694feddb4b7037bd9ca1b051dfd3e3a59603c4e4dc45b36d096ad4eefce7353f719bb7165287be2dd2131c0b208d5b6f8cb1e9fe3b13f8bf53779c72f2240964bedda31afd6f53030f46ef6c7a912afd32e1677ac77153ca69cd444488827f514938c26cb533ef7a1b32ea1b4b236281a8a3a90a436db1492ba460902f7d6bfc4e05c46ff83d391cff3bcafef34ba7bc7a2185a1405aeb557bcebcf515aeafdcce52176c944f78c35d7782a788db8963154b6f0f6d2330f03bc9a5674c2d9fd9e96d9c98c47de0004fec7bd2dea5dd3cdff189cd174c4472d6b9498fde368180b31fc8141c2a8e8ac1027e9ace452c0d7cb26ef09da8429e5641cf3e37b43eaee5268efa04c7262f5f0f638000c4950dffd928d01dba564e357dab05c543ffb048e0153887a5783b2b4568e0661821c0db897bbba1afafb4f907129be7ad8baf637df19b67fe053629dff0a3370ffe962eae096db3ee52de71f517494f59102202398be2f13a57411ed3938d045fdd9a01895094bfacccad2a99cf1a1af5035f9e38cc52cfc8a65a54467eca2e4b13761a427e83a24739d0843f7ecfcf0985cef78d4e188a5f19efa', 'q1_01a1fe50-1d5f-7000-9cc4-038a7f020e4a', '01a1fe50-1c52-7000-9788-e296153388fa', 'ACCEPTED', 1, '2026-11-21 13:33:45.745057+00', '2026-11-21 13:33:45.745057+00', NULL, '2026-11-21 13:33:45.789657+00', 200, '', 'req_mhywjsVqmWgzqp', 'we_7KO7KIHR0MuqK92mHFflHaos', '2026-11-21 13:33:45.706726+00', 3);
INSERT INTO plugin_stripe_payments.operation VALUES ('kuestenbau', '01a1fe50-1f0a-7000-98cd-00a3827e6646', 'create_webhook_endpoint', '01a1fe50-1ee1-7000-9b24-d65b72665cad', 'acct_9rxyV0cU8hql83rK', false, 'POST', '/v1/webhook_endpoints', '\x01000000015d3e3781cba8f05f170392acf97cd89e2a1807a0e1a5ffe31eefc1f3edbe8a797bb0e3118d30e0d93ba9199f6d85d8f89470b90632c83cda6f967522f617f8db11536fb4b40a4e5fd99f347ce8361e01fbc03e85647fa0c80188c59d0b44bc6b51cde1a449356d4fa293fd6ba29c0daa6f01daf0bb03504c8276530481f54288c944d566867ce201be11f0e7aca72336e0091af77d35561b630e94b7653f28ee92375a0b090b530582f4c54355890bb7d1bc487fee7f4f7ca2c3d25f91de45dae18e2d3a5878d3c6351c8e0e5cbb7c990d5df6c9fead5ae0efe39b09d6bcaa9a4f2aac867ff6b0e2c84a1ce0c99ca544a71085f5ef9f0b8f7ce0eaed8b13eeef28508003319c62fb5318270d07f35c21199d01711217e4c9b67cf61710038346341ebfc770cef55b0dcc41fa047c5299dbc4970991373031793349ddc6ee1ebf3d392faf2927c81078075c8f83d6a1670847345153ee3b69e66a93a7f3d8ef0457039f5893263b76f3acd1e5b060f63f1daa8872ba276c731df128de2fd550657d6d5096f9dd5012f93a8cfec1745f9b37006bd1f98cf9e97180234a20950ab8b66c74d34ecf77f63b4eaee26017ba3e0bb9256ec4e01ae667e207e70e340bf7ef2cab263a26c3499c1bc435efe0bb1ed124c69378131d506c12957486840d7095917ad59b5ab6c6e493cd6c56a1223af88d4f1f2ea2233ecf2bc038c54e803a20e78b9e50b787f45f68b5599a89acabdfefd1a06a64b50726f083b4125a2c95ec4f1d9ffe05f2f4de357e5ddb270f237d96e34abd3874a9f5106874dd14126f9956d76390d261ed84fccfa2921323134852cb6b5f97f5a8332be5c5258f5e2995e0e447e9698d7017b724258b59c68e346c023ca5c3e8b88327f3296d99c9614d0f480448ac8b55f18f6cb61c1f371232676931095de98ab0a5f32ba3c3c26140b475', 'q1_01a1fe50-1f0a-7000-98cd-00a3827e6646', '01a1fe50-1ee1-7000-9b24-d65b72665cad', 'ACCEPTED', 1, '2026-11-21 13:33:46.143155+00', '2026-11-21 13:33:46.143155+00', NULL, '2026-11-21 13:33:46.176509+00', 200, '', 'req_Ui977Aq7CbwU2f', 'we_rudkoBzYPBqlL03tUrQKmjwy', '2026-11-21 13:33:46.125292+00', 3);
INSERT INTO plugin_stripe_payments.operation VALUES ('ridgeline', '01a1fe50-2c07-7001-a643-bded2a5cdd1c', 'create_checkout_session', '01a1fe50-1c52-7000-9788-e296153388fa', 'acct_myR95k3yiBnwIkgq', false, 'POST', '/v1/checkout/sessions', '\x0100000001c82f06b42df06e1d9e83b3574cc407075ca54f8fb6db6431268267df2d0051ec08bb59c0f4574933db7de8682f32d7a1efd4da501a36f5ebcc8a846bf2701ba6e675d635d0e822f6bf6608fa7075ba3c567e5a0627e4af7dbfe2f2cf9b1736764cb7526fcb48b4d2a698d7a60ff4c9510dd7ca82bf27dc76f9cb2ea85e4c2f28bf0dda39c09f9b06f6ae4ad047066ae202b53d88ebe34df7a53a5460c97e4dff19b3b7f1e6f8ebe04f2ed0ca4aab327bdbc2fcd2d24e412eefd4d37ad82f4f6e8036541fc0ee871c0c77aa74002bef8fd8ab0268fd4036e57c2586cb8f1eadd7857c54f76a2471568dc4e2d7c93ebbf7498b4ff22430145b7438d4aca62efddb93e8575a80a38257cb4eb3d67779318651b030f37e6bdb40c0c278feeb8e6e00b9038e19728c31e821da2e411214f29afbdc2739e30b810afcfc7489f2a815f7b45b4193ec2367ed2862bcafba66e97a3f8122fdbfca58434bbb30f3bcd77251344bc339565b3e75271d85845f73072d1fd8532db70af4cce3e95604994b31d8a23655c717d9654ca505a0bc11e19ab83f06c5bdadd1f985880195947d05b3066fed734b0088661f152b6edf1e5655285f590f986b4f63b012e668b638be5a02743feb7936c35e0dac7ee01c4b20e118455f1094ff7e12ab59339fef00e9cc7ff05c79fdabc830a1e597f167ea100607881599a37fa072db66468b856061120384613dea1b988ed30ddc6a88b0263541fbb6b33ed20234d24719f8d07d68f85453e4704f9b771ff8acfcb0369cd57d42f3f3fef7c8bfad78aabcc88b2566c39600bb401f22dcb775fd6091055f615095c95f9fc1ac8545e18f1aba26a2e4a623f991785e2e2f2769411f2106e8fae5a4b07ed6b1ebf0d957702f072fe43fccf080a4a3c9f0086d47a61d62b1cf670405ccf5e1939836e87f58f334fe1f164a373ccde7ffb99ea1a486ad21eb4b83c391a0c590e0db41eb3ba09c4eeff27151aca0bc3e0bfff5206ad7e208adc0d92f23b46cea04aec7f3f2a29696bf185ee8a83193cb77a36d64efcfb2994bfe60286032c1317a56f1073fd615ac853ad2cd7d34d14bba8ed607532acaef3c2c100676a6241f6551d5386defc474df4053e655fbe56a45f7a0b21f64e2700837ea712274e2526749fb042d5d491bc2692d1185d335a241327052722deeff989a8ce9effe8f9bf5c16dead2e5de577f5b95bf18da731d3121518a07646badb31174177c69a684071119620b06ae8a399e667c41dd6aecabb08d7cc9dde279fe848e44388b4b9da1d726926fef85147661642b7ee707e9214e4bd178c024a39f83d11da76308e258758055b5b4cb58d5720d821b459b01e2a3b9901027762da0ea5064a4cb3b8235adcfe6a92ef5a8af4945804a173d7d4af3eb4639fd11ba4802ebe1b44db9477d288d0560879aa8c9725b76f726af900064141d74f19adf1daad989761e125a85dee2616b6a2ce47737f3c5ae493a91cf8a5ccdc29f37a8303f055da27ac39ee8fa834b0beb0e8ce49d8d5edc88a7e67b49c5f6376e3f54a56ba5ac36cff6bd9cfe2a4a5f164d352f7cedfe5c03508b8e91515a14f2c7b46837238953329437611eeeb8e56c644b2f58dcb6fec2ecf1af734dbba3cbe2c3d2bbbeea1fe998d635501f9f524f57f4cacc702b2ead6f63f443db875a608a59c5158af39dd20176b5fd657b8be3f76dff2f7d2efd3758444d031ad979b8ede708326e234a36b2b672398f2d75e9206a29b54ae3a8609f76a9859a19da4f86c30f37ce3d920c5de13c560a294627a41ace7228221edd0e50ebe35ac4622a7781fadbeb59b4b4291ccd170a85e02d818224f87ff9e8d7ce630368276c89b0f2813f95dbfa5eb458bb27d5e59fbb2af738414fb0b6c970d3783b39d2241bd6bd890a7520745fd66ea38bc40e65bb', 'q1_01a1fe50-2c07-7001-a643-bded2a5cdd1c', '01a1fe50-2c07-7000-9b27-1da77c9f4ed7', 'ACCEPTED', 1, '2026-11-21 13:33:49.464278+00', '2026-11-21 13:33:49.464278+00', NULL, '2026-11-21 13:33:49.490127+00', 200, '', 'req_tTHNrEWPZSEE12', 'cs_test_l9DBGuuQAXFxVhUQ0vZKKfkbsi0sTkSzfvk63kZ7DLWCTUVi3hjtNvNqwQ', '2026-11-21 13:33:49.452862+00', 3);


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.outbox VALUES ('ridgeline', '01a1fe50-1f2a-7000-9fc0-929a79d93fd1', 'request_mail/01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'request_mail', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', '', 'DELIVERED', 1, NULL, '', '2026-11-21 13:33:46.154045+00', '2026-11-21 13:33:46.41586+00', 3);
INSERT INTO plugin_stripe_payments.outbox VALUES ('ridgeline', '01a1fe50-1f2b-7000-aeb6-7b973954eb03', 'event/requested/01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'payment_event', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'requested', 'DELIVERED', 1, NULL, '', '2026-11-21 13:33:46.155263+00', '2026-11-21 13:33:46.439072+00', 3);
INSERT INTO plugin_stripe_payments.outbox VALUES ('ridgeline', '01a1fe50-2f09-7000-8d47-b5e1c029586b', 'notice/paid/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'notice', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'paid/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'DELIVERED', 1, NULL, '', '2026-11-21 13:33:50.21716+00', '2026-11-21 13:33:50.40815+00', 3);
INSERT INTO plugin_stripe_payments.outbox VALUES ('ridgeline', '01a1fe50-2f06-7000-aa86-774a54133922', 'receipt/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'receipt_mail', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'paid/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'DELIVERED', 1, NULL, '', '2026-11-21 13:33:50.214602+00', '2026-11-21 13:33:50.420755+00', 3);
INSERT INTO plugin_stripe_payments.outbox VALUES ('ridgeline', '01a1fe50-2f09-7001-925b-45001b2bb4f7', 'event/paid/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'payment_event', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'paid/01a1fe50-2ef6-7000-80c4-ef796871cc9b', 'DELIVERED', 1, NULL, '', '2026-11-21 13:33:50.217962+00', '2026-11-21 13:33:50.433657+00', 3);
INSERT INTO plugin_stripe_payments.outbox VALUES ('ridgeline', '01a1fe50-3cfd-7000-9131-98da1583a317', 'request_mail/01a1fe50-3cf9-7000-b20b-eaecf125bcab', 'request_mail', '01a1fe50-3cf9-7000-b20b-eaecf125bcab', '', 'DELIVERED', 1, NULL, '', '2026-11-21 13:33:53.789083+00', '2026-11-21 13:33:53.882241+00', 3);
INSERT INTO plugin_stripe_payments.outbox VALUES ('ridgeline', '01a1fe50-3cfe-7000-b102-bd1d4d0b3765', 'event/requested/01a1fe50-3cf9-7000-b20b-eaecf125bcab', 'payment_event', '01a1fe50-3cf9-7000-b20b-eaecf125bcab', 'requested', 'DELIVERED', 1, NULL, '', '2026-11-21 13:33:53.790024+00', '2026-11-21 13:33:53.897823+00', 3);


--
-- Data for Name: pay_link; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.pay_link VALUES ('e0d021b75bc52e303224fdfcbb29805aa2aa9ef826b4b085e0a26d1aca7dd7a5', 'ridgeline', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', '\x010000000104e6aaa3bddc40fd3addfcdaca7c865ac7f33903e08f15c5fbf49f20cb1c8c3161a4ad9adb0290f94ba32aeb1c08a84542df', '2026-11-21 13:33:46.143646+00', NULL);
INSERT INTO plugin_stripe_payments.pay_link VALUES ('31be339df61cd8153969c499a864a3ddf67fc57df323922dce59ff44979b77ed', 'ridgeline', '01a1fe50-3cf9-7000-b20b-eaecf125bcab', '\x01000000017ef04d9de7c69df2db4eda7aa98d6cab266367cc42edc879d4529dc259afcdf09cae271319975b75de968a24055cf7166ff9', '2026-11-21 13:33:53.78663+00', NULL);


--
-- Data for Name: payment; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.payment VALUES ('ridgeline', '01a1fe50-2ef6-7000-80c4-ef796871cc9b', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', '01a1fe50-2c07-7000-9b27-1da77c9f4ed7', '01a1fe50-1c52-7000-9788-e296153388fa', 'acct_myR95k3yiBnwIkgq', false, 'pi_YJssKFwsARpNQUPbbqeeerxx', 'ch_Pp8oe8IqIP165DUVjsYQWylm', 600000, 'USD', 'SUCCEEDED', 'card', 'visa', '4242', false, 17430, 'USD', 'txn_c5TpItok1bdQWKKJ4ctRhlJE', NULL, '2026-11-21 13:33:50.197985+00', '2026-11-21 13:33:50.198611+00', 1);


--
-- Data for Name: payment_request; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.payment_request VALUES ('ridgeline', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'project', 'f24fdbe9-26ac-3023-a37d-ee5ecc69c2f2', 'Ruiz roof', '0a22eee4-dd63-3bb6-ba88-93babd0d475c', 'deposit', 4000, 600000, 'USD', '40% Deposit – Ruiz roof', 'Dana Ruiz', 'dana.ruiz@example.com', 'en-US', 'PAID', 'eO8y83Ig1devkZzFqRKuKg', '', '', '1e64a4dc-abd1-3be7-8155-1565330fbc52', '2026-11-21 13:33:46.140915+00', '2026-11-21 13:33:49.445893+00', '2026-11-21 13:33:50.201376+00', 2);
INSERT INTO plugin_stripe_payments.payment_request VALUES ('ridgeline', '01a1fe50-3cf9-7000-b20b-eaecf125bcab', 'project', '4348d31c-5e42-31fe-bd8f-b8c2017719f0', 'Ruiz leak check', '0a22eee4-dd63-3bb6-ba88-93babd0d475c', 'custom', NULL, 12345, 'USD', 'Payment – Ruiz leak check', 'Dana Ruiz', 'dana.ruiz@example.com', 'en-US', 'OPEN', 'NIHczmoXqNEdQDKhFAptzw', '', '', '1e64a4dc-abd1-3be7-8155-1565330fbc52', '2026-11-21 13:33:53.785624+00', NULL, NULL, 0);


--
-- Data for Name: record_balance; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.record_balance VALUES ('ridgeline', 'project', 'f24fdbe9-26ac-3023-a37d-ee5ecc69c2f2', 'USD', 0, 0, 600000, 0, 0, 4);
INSERT INTO plugin_stripe_payments.record_balance VALUES ('ridgeline', 'project', '4348d31c-5e42-31fe-bd8f-b8c2017719f0', 'USD', 12345, 0, 0, 0, 0, 2);


--
-- Data for Name: schema_history; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"plugin_stripe_payments"', NULL, 'postgres', '2026-11-21 13:33:43.498011', 0, true);
INSERT INTO plugin_stripe_payments.schema_history VALUES (1, '0001', 'request payment to paid', 'SQL', 'V0001__request_payment_to_paid.sql', 1246891222, 'postgres', '2026-11-21 13:33:43.50251', 60, true);


--
-- Data for Name: stripe_account; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.stripe_account VALUES ('acct_myR95k3yiBnwIkgq', false, 'ridgeline');
INSERT INTO plugin_stripe_payments.stripe_account VALUES ('acct_9rxyV0cU8hql83rK', false, 'kuestenbau');


--
-- Data for Name: timeline_entry; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.timeline_entry VALUES ('ridgeline', '01a1fe50-1f28-7000-89c7-d5862b5f425d', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'requested', '1e64a4dc-abd1-3be7-8155-1565330fbc52', '', '2026-11-21 13:33:46.15158+00');
INSERT INTO plugin_stripe_payments.timeline_entry VALUES ('ridgeline', '01a1fe50-2036-7000-9ea5-ba3e2195ea0b', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'mail_sent', 'system', '', '2026-11-21 13:33:46.422054+00');
INSERT INTO plugin_stripe_payments.timeline_entry VALUES ('ridgeline', '01a1fe50-2c05-7000-a6c8-942e49ccf573', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'viewed', 'customer', '', '2026-11-21 13:33:49.445008+00');
INSERT INTO plugin_stripe_payments.timeline_entry VALUES ('ridgeline', '01a1fe50-2c0e-7000-8ca5-6675b6b8b48d', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'attempt_started', 'customer', '', '2026-11-21 13:33:49.454733+00');
INSERT INTO plugin_stripe_payments.timeline_entry VALUES ('ridgeline', '01a1fe50-2f05-7000-8c0e-fd3b55832d97', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'paid', 'stripe', 'Visa •4242', '2026-11-21 13:33:50.213333+00');
INSERT INTO plugin_stripe_payments.timeline_entry VALUES ('ridgeline', '01a1fe50-2fd7-7000-9a1b-6dc40c149a8b', '01a1fe50-1f1c-7000-aeeb-ae746d1b39e4', 'receipt_sent', 'system', '', '2026-11-21 13:33:50.423565+00');
INSERT INTO plugin_stripe_payments.timeline_entry VALUES ('ridgeline', '01a1fe50-3cfc-7000-a026-84c62d7e2da9', '01a1fe50-3cf9-7000-b20b-eaecf125bcab', 'requested', '1e64a4dc-abd1-3be7-8155-1565330fbc52', '', '2026-11-21 13:33:53.788628+00');
INSERT INTO plugin_stripe_payments.timeline_entry VALUES ('ridgeline', '01a1fe50-3d5c-7000-9f9f-214f874c9c12', '01a1fe50-3cf9-7000-b20b-eaecf125bcab', 'mail_sent', 'system', '', '2026-11-21 13:33:53.884034+00');


--
-- Data for Name: webhook_endpoint; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.webhook_endpoint VALUES ('g90dbivJQBSmzewHFulfkA', 'ridgeline', '01a1fe50-1c52-7000-9788-e296153388fa', 'acct_myR95k3yiBnwIkgq', false, 'we_7KO7KIHR0MuqK92mHFflHaos', '\x01000000019a4539bc5e7b95c101c73086332e43aec435d70202f95c8370921bffd94460473a66215a73ef0a03a2c817345542c219436454456b58318360266e7970fb54983d8f', NULL, NULL, 'ACTIVE', '2026-11-21 13:33:45.694065+00');
INSERT INTO plugin_stripe_payments.webhook_endpoint VALUES ('7-JTglRfPoLYP1DGy91aLw', 'kuestenbau', '01a1fe50-1ee1-7000-9b24-d65b72665cad', 'acct_9rxyV0cU8hql83rK', false, 'we_rudkoBzYPBqlL03tUrQKmjwy', '\x0100000001a11b0b6eaff842c362bddb2abbee1561fe7908d4eb43ca9b0168e4818262edd6ea5866c81c15be9d87b15ec8619bd8351a232d0d017fa966ec1024b4f35647d5b83c', NULL, NULL, 'ACTIVE', '2026-11-21 13:33:46.121892+00');


--
-- Data for Name: webhook_event; Type: TABLE DATA; Schema: plugin_stripe_payments; Owner: -
--

INSERT INTO plugin_stripe_payments.webhook_event VALUES ('ridgeline', 'g90dbivJQBSmzewHFulfkA', 'evt_gFBwGjtPjaBmdnBEpdZpFk5P', 'checkout.session.completed', 'cs_test_l9DBGuuQAXFxVhUQ0vZKKfkbsi0sTkSzfvk63kZ7DLWCTUVi3hjtNvNqwQ', 'acct_myR95k3yiBnwIkgq', false, '2026-07-29.dahlia', '\x0100000001a361c4e559326031c8bc9795c4ab139b854a96e2f05085c987d6fe471463a099fb173cea0ef405da4a7ca0d87e4fa3610c90920d84badf55b38d13aeacbff405393e106b8b6e5fe82cfdbeeb99dedd4482bb437f81e34e10b7b847e16102083edd6ebc1429efbc4acc13d9dad09ffd702848a0de1ca9e07bdcd88cb5a84763a3c537d195155a91edd4b44f2d5b28168a97f913663e8700eb4703c9485456ce8570a49fb0bad9b2a830aea4a855ed9c4e8b1984effdae7a4b1d8533a9d7179b00918185f23ca0e251ceaa250782cb1fea93cb68cd5955ddc32b3b8bcd01f7de3ea16f726fa03f092c2abe2b459ab5464d864c2e5b952014948f841929d643abe3357dda1f7cec398b490af00c05b3e12590ac37bccc75138401b08dd4a583c9890fb0c9481bad713292a9f409aae046af79f9a29f46532389ad3ca36b6ef80246dcec174248d4d3f230a1f1e22e62e62a6204873e7d62ea0bd498063e7d7f72d50e6141edb906e883cef4b97cf6d5ec056c19a71d7e04ab0c1dc3ac5d64539abcefa9719d3a4efc8996fdd07fe3d379ce4e3a30f6d5a02ef56c71420127cba439d4c874c02352d167637e6b56acb95a9e973e572fa69861e904c5621081627928f8ba02563a9aca9880c736d2e887c84bc07c3c5148ea488db3851c7db0e03c2ed586e97215eae5fef6017d4d2e251344588033421e19213953b3cce725991de795fb147f0c40f680f5e1aa2f0b924511b42c63203e0b19f7a94f8d4e6e1a88272840eabd8b4830969a3349f36a3ab8c0d46662eff38bc0bde4fc464a1a3dcc4e9f577ea19397584b0f329ac8d33fdcfc1430c806304d295ed29cba89f63c0147a73ada9644158b28a95d734320a2f978f23b0cf4bcb14b8217a5ab506da46c5014ef6b7e139d8367fd629d4cedbd26652d6984f229069251db3ec5f2c9e2695fafe0f53d58d0bd754db1876af19747fb1294f4ef0ba6c4834cecb97c8f7f93b5e73dc5004dd1a523d4efa2e1f0202021ca4a83a71955a422a4be3396d86cf68209d8510754f77046206d3880524485cdb7f240bf197c16221ec6c24668eab6b94e4b61d712133d8ba7550d1e7e53822860b7f7f617f2693e432b1f9a212645522fe3bacb9d69adae1d703ad8527cc62ad77276a882f8fa8dfefa9a91ddeca192c153434443dac6fd313eb84046ac26825e8b649a470847ccb3aead0abc053d1c6e7ad0eb9257f1b3b53974ef441830de16a730ab90bc7d40691ca82c61ec600c006ca055dac422ba6a89985f9634bba9246c7cd06dc5648587d7b6b55a69cc11695b33d40203cbb02a8dfcb807b345526504665fb5094de06f8ad9482c9e7507cf0b23449118fb54a43098e055c7ab339249436d83b7072b94cca3880d6692b8fe3e9880fb6fc8a633d07fe14f1e059c9e0d0ef6aa12c189e8c6e93e2f3c105995641857d96438f9251d151a3e916345d469798064e9311fd5f4ce721ebb442d9e9b812497c8136d2402634c2c0a4a47bd8860018d0e7c76dc2a6b32392083271da9ae10d274f8124bf677d689069abc018a0a513cbc9fa13664a14667e0fc3015da123d87ba51daafe13e2b317e978f5459f9ac248ef2c663d535f61dfd62fb3fd0ca6690f511dfec575912ac7728718b63981ca727ae2fa7877de027622e568237bf4dbdb3cda8408c193e66a282e249914e4b1ce9a692c45daba2c88226aa57bb695acae13fad66013fce1137ce94ccaf9c47dbba9ff69d8a923bc452e7cafc43ec488622a595d2c24d5e6bb01359dc78adf54f12c32b707d76613c61a5d4bcf24b9d693d9a1ce5f9b560d201ca764cc0be86a90378afef6e88ee44a2486fc076f83d4370c3fc06b205ccfc3448c2dfd98ce413a5ffc561be2d541a58ffd219b901eb3d70dfb403ef986029c69a17487c7590c865bc1298cd579c2ea59848db51f0a828f44f15bc1e26ec421e8504252dd5656501e6cf81e5b8f9d3e16cc314dc82abf438aa1b9fedc349c1265653aff318a4e4acf0fb44e898f29ef1b038c77d54f9eac21e40fec50d311a9af8d39ce35cf8233fec067a2736aa1a96c79565bc6da0ec9e71863bbbe78e6e0e72add298c4393a988441a48c913d3e600e5c7e4285ed83b51ccd13a2c5d727df19c4df3f13747eace210b7de46b8a6106bbe11dd8ceeaa5c1ecdef598691a812f3a9d42246cbac8bfda01cd11e268a2b2e83e0ea3a9e4c03582e6ff2b7b33dd2a8dc1455d58da6d2bd125b8897c91135e1593feaca6e792b1883c2a6d2e72f6edc75ba4cac6ce15bb32ca3f0a550813e6b8373c24547921b45b86aad50463a84fc39411856417520c33aa9758bddd1d792fe616b008eebe1a117dd75984e9e61abfaafbb278bba803bb527122f50f7567660f528ee913c48a040f40cc997e9c269d66e21d5dd9e0ed784e977334df4b374cc6967e98d5e5b6a48965106a3907f09ace64411c417133b12248069c384e6fe22b82b999fc395be4e8906ba18f1552c9c52cf6fb32f3e2e7c4bddc5de89731fd12b6285494f02c9fdd0807ad3979292484e95a63750b54bb694731107c4cf3b800918c4e08b13f01c9dab3d6004d6dfdc89dfd322628b74c44c2c7f85be5c3a62d1cb5ea98dea3bcc68077875f578fe65e987d54237272510146ce2b74116f75fedc3fb5d472cf2736cfa2a655a98e2b1799bbb5a25b45e7f6c8dd38b7362bc87cca87cfd02e5151dba7a143fcd319c99e0f68bb5d75376035d6d1c8ea5364ed30abe679772f0bd3c56fa9617d70cacbc60fce5d702910f723afcc92b010eed3ca990e585f62f23d34aa88e3a929acd7bbfa519056c4fe97b69c9e39ace6f358ae38120c4669a54cba58041147dd227b10f0719b84affdb6d473478bb3f56b14327755d9ea1f8f88ece7b607b25dccb1a76d17626e72ff9850fbde824bb08e171531ddb2e5ff34bfa531b1e14c8714b6e2742b515af4eac3b5a3933f540b5fa2e200c338d4f5adada5444300351819060c3b579ec9b6fb6c5922a8affaa0b4dcf1e49c273c24f95d91075739bb9d3a5e0324490e46c0b472851805dc7d2e8cdc6c27baaa81229d58bb0976b93bdee7ea47ac7cbde24d209a038c5afd863b0550eee6c9128b6ef385dce1523bbc3d25e34fc12fb8e8ce1ffc885eb76f613a424d345ec2d9531d59da733bcad35335a3a22cae55029b240a4cd17c2a354be314269b08cc29445340ef13497e4ee16b89e66bda9b0bda6e3f87ceb0c8e226cfd19dfacccd306ef36ba3364e6d02a00d4941a569cc79456ac147ec6327906f7542133a4e1176bdde6206f4935807af555fe90ff9452ad669930610939c4c6628e7ce48d80c88a88b56d0f873e8f9950a8747d9a0b529d2f24f887a020592acfe03bc6082d635f3c97e69dbb59bbe47ae167a74030ee593e48991a9ebf89a3d4a6c80fa7c4ed03a1f1210a44186a5cc08888399273d30a822ec08ff936d6ea0c8a6ce5edccffa044dd755d37d95f81eb6af6fffd3e3becd6ab60539d7a44c4696f3d9d1616ba4a7de535af039dfc0904f163ccc503ac96f3ded0952fb5ff8b082c5410caa54638b952906a28e1accf2657d9f2d621cb84ab7e8de4ea227bcd2373dd42d847c49506e4c541b60c8624530940c0f04ff0e368bf9b19c12e595f08814dff8255d5bc85a6f1f27d6bd6b953ad65e4bccaaa0ad548b699a2c57bfa5b0ae6cbc20c4ad94fafe4808e02e45b4b2cf4ba276018186badcecfec368329b4288ab5d9023213bc67ac1558906fd650126e1f454ca1ab299389aae6e87bb370af0d85af4e4065eb7c09a20d5f222d0e772a5cc2b127b851ce8d5730958d4383a775c409d61e185de888feeefc5acc6663d00aa9fe9c775aa7f8c604226a2a2aa06127ba4253c902b3633f6e7738a221e867360ef6874ed3f51931bcdda4db566e11fcc8d34dd9eb034a32facb20112a01d9fd1bd6893a10bdee7cb7b43cf23dfd31525c802d302023c5530960760db03a263841b6902091b5a48679e9f9abf41407b7fd34762f91c6de88dde664767844f004ca225ed78d83699a4ba40beec8aa5471c7ed0bfaf74d692a388e602e758ef97bcdf5323c1c69e6a4004b6518ce96ec0353a71f7021b0ffa40422abe3b2d2fc1725808fae2497fc236a64db95ec7cd7870218b1c4564f9bdbb22769bec48ae8161f9853453d22fd4c8cbfe9f2d47af3dba8def8e661e4673538b600e22ce1ad48ae457115859f369d5545d0f8954415b8b5cf13346bc97cea8630ae42a57b19e8d698e135e1aa07f439113b275d230f484ac91d58a8b3542ea59b3683bf15d7f1f4ecd0007491c8a8ead27a006a5c4b11ca28604928ea5b354fbcdcf9fb451c639d2e5871f7108c21f6773a8507337ee1d9ee0b6bd4d7bfc5b9581e122f0023eeac5c3bb4a0bff45a143c274962e085664ad2454dba5e5bf73d5400a8b9e2f67556690018c38ccf72970cc886ac71e24fd67fae9388ab99e8325e4737b223ecd1f64d374ca8f12fd0f0e7f9199077d7a447e0e7373e3e28b9d0fc3a2dfdb9f8401a21557df4d68c723468b3b329855a7ec87e8f4a8eaa556297dbcd117183e83d8b0bf0dcd162f2a74c923d41270c54f72101915af00db5d2db0ab2398caab05ae2385d0da67ff4f3cac4b1209dc8a95bf1288d5cc12d3381a86deeea5133041223839c3347371b4b710b34e8b1cb1c8033cda45a0ea938ad245558f9930685d2f26c13f7ebf615437a37f6b64231396a8bae9fbe68dd23d008d73d798cb232c6fafeb22c0018f04d1776bf5838618167843dcbf6d3fe90db62f7b73b3ea2e1a86714dd1f4601278f3217e2f40608f88db9f4953377e765b0022466685e7fbb9277bbcac591e20aa00016e0486a2758f20cee47a23e90e8e49268cdb510eeaa3fd8a0efe0f64b1965f93f9cc9ba36ba97e06d686e3b659fe2c23959dd0b1ec40546c64240caeef4ba2eb0e593decaa54c4c4d027e37cc0d40cab75aa7e12fffc74218f88a17a7e162a99a11566c683134868bb62ec3635aef64496de3e4a3f79e60e118f6a0523921a2e82d22faa0a6b38ab08e52a1072309d5e138c19a8f0abbffe83c23042bdac3d588fe25b14ba4b3fdd37c02fa7b6e29ae73e10416fedad6def05ba08cb53085328811c95e4225187aaaea6c33d8e6a54fcf89e72d207cec294c951604d47be8b0513bacc13ea2d4cba1dc946566e4be6cdfdb2a81e8863d0687b66003d20e4f8fbcbeb97b4559976b9d86dab04a9f68b8f3621e713568a6048f1848bc58a798acf2a920f7a694d56cfed33c8febb5b25fef9dd24df8f175f00c87ff6c5561de63ee17cda4e73331e1d01e57610956feca3bf29171a20a058d47f4c390b689546180e9d46515f53f40d9ecf9b76162487816108f07959dc3be668ab9ffb269b93fa5b533ecd3283460cd74feddb7b946cff796e35bf6fc70e8537219500e74104d4cfddc54c27dccc6cf5dfc67c89df934fb90e1b61bddd0a54df881433e8b018f2bf288d26689f7605c6c691477d0991a54e5796a57acd8d38ae054bff7b81700efe5b8ed488f517ab0b9b03be59d90ff624da61d0c', 'APPLIED', '', 1, NULL, '2026-11-21 13:33:49.943165+00', '2026-11-21 13:33:50.223743+00', 3);
INSERT INTO plugin_stripe_payments.webhook_event VALUES ('ridgeline', 'g90dbivJQBSmzewHFulfkA', 'evt_KXjTfexufxYr1JXCX4XMDhtP', 'charge.succeeded', 'ch_Pp8oe8IqIP165DUVjsYQWylm', 'acct_myR95k3yiBnwIkgq', false, '2026-07-29.dahlia', '\x0100000001b975198d4a4c8e43ef0c059f1430b164d7b881d147dfa1b06140c3dec53f79d85416b3ad1527e0566227d475a22d2ad758d64ab04ab92557c3527a5ac767a453745445a2c523b20e511833f7fbacc7cdbb4f6851403e781c036bb659d05ada4aa165219638d2611048082fc9135d6baaecbd4410157f44e4cc845c5ca60f7177dade1512ed67521e7bc084c045261041952c2d1e1c52a966568d4a167c72b1cb9ffe99e2e3fdfd026decca254484ce0a148fe5589de44483e3105501aebb5e3def29ca81d8d4dfc7a58e2f89789544d81896a9d8fc5bb1389d25ea5263f17a86e059a5fb341bfc9b8ef165b8f156153213fff25020a7d1395f3aa27a7cf51f202a08fabea040f852219cce39e27d70f5e386045129d50cef2ed7fcb38edfb5348fb5683f6e82326a16b7fde0cc16f2c7629e5be79c69c1e56e97cb7d02dcb52f0bb8854ed38b381d84d2ff53f32e7043fabb762937109317a3fb32aa7ebd9908f7095a7dd3bb9031aa7b7514337566e720efef9d614efc9f9f20e7294c2810b6ad845b87c096522f2a14575154d73b8ca50983cca39c03eea606cfb5107ab83c5546e11130640e74f5428c3d6d79fb2de09939535f9e38a05944739530e0e805caf537fa4b3ee1a281232fe9b07e0d4b84fa1a4f69de86f966cc7e4efd171a8ad29d4b14fdd6c82311d13655bcdcbbbafe215ea785c30ca00376e2ce17cc6d68d0d56a8a301d56603a4cd296ab221b458ba292f40978aa02ced49ac4d815c5bdb31ed8466777581f09f86a24d9b8759bb2b636f39ce399a6bcbe464c559703a501299ce4482d937238a1a8b72efd56aa100c4408ff1a6f9202a7e93d4e4c0993d838522e7a17ad30a05d69288af88c33239e71db7be23d5131a64c9e172df2ccacac2e661c8618365ea5e6511139d005f6b65a87b379399168617e11bb1f8ba951ebfe37ba8343e797a1f24a82e1b7b9384807e922a2da4ddcedca09ea357ba91896d5c33cc563667c8ffe720496d548f72c8519a9a40231e44b39765208374a14f79ba2338009ead8e42f22898100cc7780eeb4ce853ffb4053d08c302bcf3fd061b55bfa576614b37c02e91cc48c671fdf11affe05d74e8542c989a36fa68fa9035d95ea46157610f372663f4cbe0e78f40c7472fe8bdb2ded8406a975169b851b19d37e4402d7d6c3d3b7dddb83b364909c6bb1d21e3a1ef02336253a77eb6290970ad507688c4097e54d76f5d609f08e4f1fb154457bda489a908ca6817005c1c730a62f9fbbd141ee4f9d243b21f4aa114851ce2bdab2542f3a5b6c891f7945982321508f40dad7c1e0b6a7e959261840ffe10a72c17655a28ba84d16ae439ff45032945602e447f7053be0d061e5d6d6a0913a4fa140ed5af8fb8885a0ca86014657cd48ef1224e9d50a119a87598994983bfbea3b59fdee32403c65fe5c75bfab47da9bc71669b8538d0a7002b36a7b6fb7377ed75c1228d614e1aaa414233dcf8d5296e5b5e6537ef342676aafd01cb065c37e89339c52274856d14a945d467d03ce0547db888661f708b15d15517376b5adc296acb142ba3d059e31b60300fc2764c899996010a2dc4e9dc11f87d768e89cdd31042327f0cd41257beeb16db433b8f7e52b5378ab9dd35c40c00ad18a6446ead4ee4271b163fb1b8dbf54901a7b5391daa249f55e4bc7b283bac2c3d0e50a41c9523ae0a95e9d364bc20bddbe0bde63ef34b054ba0b8a00610e7f94578d81ac24fa91a9e9ec55b5536bf33344afcf0c63b7d076661f2edacc00417a1e4022ad56c90a0bcf0b3b067f496fc768b84f22adb9c486a43a43625694f063ba5bd62e960ee0da36077433915e6817dc668d4230bff7925f2c34f589f3ad7fd2a2d09fbd5a697e9235ffe3b9d89e85b035a5d6071192a1229be56d79955d8bfeef2dacf7f0fb18a02c5b28247140bca5f7979cc0cfa5d4b5ec330d64bdd1bd322f40974324ae90f111d7d3d95c0ee2e4638287c46108af45865bdd9cee9ac95b8f1c5bfaa5ed928c4a1a80783655b7e4ab15120eb17032effa4f4a9cd9f8880dc9d3f4a14ebd5e55f79332602a6d769ac49c12473891cd427adb00d8e0ff91a4d08a1683608fc9c28d778e98459ce60e585df25b1301eaa586e7b8757b6cc80fcb9026f3231f3f97a7af26c80d0761f16d9f99ebc7c9932dbc348f44af43909994b19e33a3e7fc6a821cf485ad2ae5bb7bab3659d26c8645dd02f7ab3895d33094670664015cd400e3399895a70c16059837dec55611c8b762dc0a79af060442b2fa14838bdd027c55fdce25ac5b463be9cf61cdbc4845b88ef21a49cff07f98c8f2b4b7d6c1efd5fcfe9378520f1a03c71ebec0709a2c73bf52c55942975459251cd441784523f0d09c8b30cbdc2ab94010c1fb3092fe71d991eb6d8bc520caebecfdf1c7d53f2a86c42ec2b95ac6d84a49a157e80caac697d91722677f40985d8238427f37c4fba8c97027c25771fd75dc556bab539a759f316c1effeea001312b48ba482b646c7860d205f924538786cd19411be8127457af7db8cc5be9a2d51169f215128e1c1d4b802c31ee362d679164de2d80c462899e8ee44d2f6d58c13caedbf714cf91edf3beafca3a919a29d9adfee96dfd46fc3f29360eaab474d13fa4fcea405bcd980a50382e559f8b65b613b3f2d042e328f461962fe5cb94b716bc54d92c69c3895d11a9b27ea44ea9770aa7c27096792b76e1a43b9575b944da4da835a1d6f2deb95dbe5cbe8538cfbe1362f15d5090c0d1ce561ccc554efe1f55a180f87d362894fc767473aa3f7e9b8d91482e4f427966d1419df42a33632d0bd90c935382a861ee86830d64b857aa446224bb1de46d84f43042e0671f96a5f6961c69db02aca278dbfa48a64936c6c6edaabc70da236aa07281fc34c52b185f33c9a1494fc2bc3a9ac3f84de6cc5e2bf1c97bde1b33ef520cf026bd219e6b2eb88d4ab4947c89bea23563d139ec009099555bd8e95c36b9bb3e36bee9f068ff69b5e6b6fde5309c5c77f3157078856939de97ad99eca9c82bbeecfc1a51aa4c3229f62e26a54e81b1fa0b67eec11f8f9bdfd12b286da6351468d1101ba0df5476037f21b7c692859e7425b96016265051f7931d1a0524c41faa359db7e14e9efbe2bd1783136d6c180a7bb613147e78ec8e3ce60811596fed3db5f1056dd848ffd1bd40efd503c1abbae7cc86a6032f8d71313bc7f85ef87904b30eb1eae2665035b71d451f01bc98f6054954a520cf775106be06e3f2d691e9fd0fb2b3215b1fff9e06931479c81d17b6bb968393d6c2b23f1162bee7a2dbaba2e66e4bbe31488e2460fb394ad256a0d74f6500a707ed8131f0c875316a2af213d30d2f356a017a6653426462e61c0f94e58b253c200bc03653a15ba43ea724f538b784e4d4e501ad1f2d01f9dc4f166ec3cefa63a5d1c44ed2100e930bf1fb43964a9c223b7e7873838ab0420a00e89694a680ff1c5c9a68121b16bccb9cc904ee28bdaff5b4ab98e716fd5ceda5f4f3debef5b13281d64f289171485a39aadcba9e84c04eeb1e67d653c2d7dee49f290b30efce233e301d4a5cacd5818dfb0af3c58c0418ef1c5bbe342836d98e6f2743c64fe6843e50cfc197f3cddf7de0c76fb91f18ecd8d2df85299a6cad7bbc039f85aaab18501f5155ed57f56179cf5d0d5fa2b886ca3f5cf7ffa867896dca15b1d7553d6cfd4d6c1aef70dad11f6e76b7829eddb7d96f3e8816b6f569991741e8c655b6bbebc795627cd09c7f6f6d9856f05bd035b85a50c84bcc0b47a10acd55b0c7a59037b550e209febe0c409528c86a9d69cb8b97aaf8b4524a414be4029334cf521fe14b4637aa80de937902cd5f774ea75801ecd056021259e29e4ad9ebc2726347024581f295353f0a1b902dcdd83d8f99692529b08607cfedcce260224b1284702fffebfa828d04a79c226e4e387595e5ef8ef1bf7737d39f2a1b530147b4e325484c0fd8e59505d54c9497392fd4da4ce08773db3d1f9375ded8440b733053c10f257fc3c4f6238f5c491885221e784a7649fc6063f3e8bd45ed5fc76ccd7dca6e4d8dd3051657cd9b88bf69224b17e2170fba6d1fdad1539051aa888496668343d406864296f246e923921033494ff1024e7e65f7b41626f4c19c95b85b5bcbea1526337e57838f64cfdf2cb6b790c5bf0af211a8762a14c3445a0ee6a8c734679b7232c4b46fa517ffc41b7b18b1344de97f1e598f54bb3a7796dd827fb0cf33494965ff0082ede67164336aef4fa38dfaf2df9d6bcf1197b25ceb6788ea1ffd4405361ffe3c7a9bbb46430bd523a85577aba70bc6b6055a4933caa407a81c4234506c21ed0628cff3d3b02c74fff2fb31d8ebf283eb62764c9f0cd725f1b3b62a2110e3bc26ac2ce67095072fb57695c8332353722a170531a7de7d2edd4649ca9540e7213c29beb01a9e95e24df1e6edcb0f7fae5d3c67501023dc2f500cb0c7b263dc328d751a4873cea104e963752e1a7764d07afcb2ed29cbfa72b512166cbcffbefca67ecbc683e41c03f1806b1ebda98ae9f8ec884e48e8a1257eac3450d1de0257668707a0d3106197a3582d909a05c10d7276fbdfb08ad2a5f52f017c6713cc58a3055023e623755feabd6648362bef8ca04269ab87fa5203909e2122b1d757b566d2d4685523edad247cf1cf6b4213f2530f7bf5f576475c5faf2df82b0ddf96ff224af1fb561c73fe6a6e4986428209eb6e6b59a999d65bed4e88ce4f96313ac250562d0a92bd8e2d785c11e111434ccfc8b8907cf3317dcecefc7cb5004db6c596203dae36f12eaeeaa9a8777705a40c2ab06ea293d02c89a83e15f1a9410cfe8a10dfaf06b7627a7030ef438619c075e965c0174025ff250f058073fa46cd17feeb7cf29d90039b56df215b37bc0bd79b75e84491fd29c9e6c04b8e64709ebeef19b429d0293b600d46062e4fe1c2cdbbe3d3ad574a493d883998e73ae587c77a0ac2b4a7af68f1de941ecab14f938ade222af1849b755ea059f9c7c6bd2402a0b33591f1fb6abf7c416cba8b94796721bfc4add5468033429d7ae345a879d1aef574c1747427df2ed1e8c29cf23ccd8af9992ddaa142673b9bb8287957d348d0c675a48b1d9125bde7ed344beec8ff16d1d3c077b0d47d6fcb7f85818f086191cc264ce4e20ab9d331baafab84127e913fb458bf345bd5ab2c13472099eccf1d11ad926e7ef0f8a40e8f6f1ad033b4bbf648f027d351bae14bef3c93a44a403298564db7a7267cb75e9acdfe749c50d612caebd84cf077f03f406c42c7db1411b0a39e047c8b300a011cdfa19b273515c3f093e9408dc86edbe4fd872157eed709cdad9eaf0d7fe14af19bb73e9ea0284e8e11e17278019917e59caa691086fbd3d104c75d70e0f004950e2c83ab5c7f62f6c33fa1d3d020eb81f0533bb0908ce49136761df48daff7b16b6545a950957df1135c8ccf0f2906b50d3e6ca14ae453016f42555212cec95e96e0971811e248aef9c412060cea3a7cbf4e111c64a21ae50eb0ecd2b3f2ea2bdc93', 'APPLIED', '', 1, NULL, '2026-11-21 13:33:49.945469+00', '2026-11-21 13:33:50.264966+00', 3);
INSERT INTO plugin_stripe_payments.webhook_event VALUES ('ridgeline', 'g90dbivJQBSmzewHFulfkA', 'evt_KN831ZaLxNZF3ZTcuBrfqUgD', 'payment_intent.succeeded', 'pi_YJssKFwsARpNQUPbbqeeerxx', 'acct_myR95k3yiBnwIkgq', false, '2026-07-29.dahlia', '\x0100000001a9e57b1c785b917f57af48f0e3361d750c3cbf85d5d8975d1ed0db9c9094057c60c49aac1ba1cb53de39c0940c2cc12bad77a5a741f3bc570ad70f7e1942ca2c41a53c350edfc67d9a66a9d5a86be3c5d371b64d9aa46b1e755b92e1ed7c3a134bcaedc920f246e6e6a8eab3cab4230c155b29ca91d963d37009b961b17264088f3c92e6d34e061244aed7b77725b5c841204b63d94e6143a4322b04f16e7239cd830748263ac8ed9b66ac90f1a7f5ea68f404b32b53498eb2f30149f66dcfee7122b2a26f501a6104f4e944af159b0ee2059e20f8a7abf1ab782f353b489e6b677e1d3fd94785e738ff20bed70d9c57e1e7c69b28e9f8539a1e8302e823521b0e12b94d3db4529ffbfb0edd79bf4a6bcc9b5f739da3eaa762cfb198acbac138f90216cbc7011f01ae453bef9329beaabfa4987e0e888121407145201f3306c38f02aa9ca8d94d3f9638ac682dbdddde86b614c97bee2a1f4aab8b8a9f1fdd35e4ad3ca4dbd8f3d95709b1836a2250b63161656cc4f602b036585918e1f4d39587fac0ce195bfe1167a184b81706fcc89a9857304fbecfbf78cf2c1dffca9465bf6ff783bcf2e80b37ddf790458123187c44a9b66e728d49e364be0235d2169c0d74e10f82ef9b0d77569db850401741bf791073349f950921c48b858a064d70367f42cd0c9401f98de5bf5f0f04ff5cae915f902e4052a1626163702553fb7c7b22183691a69532505f8a078b78a18af464cda106ae757ab6627ea3b5a6f1f5f7236b84c1025febf40459801a24a88a9e5e61ae124566373b7779332d7fc83b54a542fdfcaeaffc4965c2fe9fa02012077ed32dac661f78665910c71ecafd0e6f6c6bd3ce0d22696f56551d0a15d8c9fb830f20160eb250899fb57d3e1118547764881fdbe60cabf703cfe000c0be43dcefb14e5f9a6509d5150cf2c6ce19cfe4e472f3d62ddf467f5cf2396eeb21445add24386ad76ba46e4d85d534a1f53080d43b2093a195f2ddd58151d2c976d913227325d189b88b8383cb11dcdb0c309fd298531566d10c714381f6cc8420275daa3910730bc38d3c01c4ec229a14b766e88454bcc72877e188901f223cb378f1921d6bfce60ba7f9f679c7c4d5f2415e819d9d5b1e47c710f920817d3ab27e5d36078d7e6fa9749bcd076b42a73a462e58cb08adc01897df40b33bc2e4f6338e704f74a714b354c049043d4ab718d49121cbb5581ff0038dabeea29d66b6ebd66ba02581eef0017119d062e6ac06ce6127d0d509042c9dd30d905f186b8ca3bbcfe4a7f6419966df36dafafaa3d43675b194b7ca7a228cfc7f892632f5893abf76a77bfd92c30b4550cacb709ee14ea61a020b41de4b69fe71a736051a0eb003660dc2edb6afb99bf42b48c8745f28318deaf129cdbb47c4fd8ced52ef11c0162a21a2fcaf33574c804c9d04733a58109a00b2de1d9e41ce67b52596aeddc1af4ed1cc2c9c523bc78dab775a58161a6690d65afdc7eb23d810bda6352185fcc33954f0c0822a06503fc55b94a52e66edb7df30cbf31951529dd271348ecba70e9f6a785f9609ad673ae9212bd692d6df130bade988d5fe7a064ae0c46a467d95fa5c31b69a8c571699c8bb0a75d4cc1be192fdb2e8254d4949d8da016bb0b143dee13e115abe7ae756ee20eaa1d1a335799f6f4f1e3e672e624bac1c5c470b0a14a7707acecd77c134f67fc3540ba9e2638f15445b6606a6ddb91f9fff5bacf8b975bd229e6ae723960bf028300b84c3df11a871ed3462b290f1cedaff2ff234baa6cbfb8297c1183bc6a3b0e1595618d6e0f23e32d8892f0151554d5b6329330984196c4de9b0554588b70e1dd41c58fa7aff78d943e5286c0088772e9b7b7748bba95d66906860646b0854d0c498b0966a2b0123f33436e30581913ac07795eeb020e98c65f30406560c5d3f0c4d08bcc95862394ddc4fd887b6aad35fc1711c52019291f4a7693fc8e2b00e5a9c8b541130417d473f71a9080c993f2849497561b057287f524b2176b0b47efa751e694185772c1ef43bd36aaecdcf77d6f571bef9702b4020fa4df11e8e947689a0f4c022952d62cf8440ae21f61c0e506fdc127893ee390fb654d1866b7d36ec9d403df5947fab5f682490d9d40f06e4b0a20cc927e75dea65eb740f75f3442f861488a81787987198a41ea901d116ed465fdaec8a8c45f8cf4d45af3d3e8c7ac3a5f60ef2b1a0bcbc0e8efb37e28afb4bf38212a7488a4844824e5e7fcd14041e17a59028a1a589aa97d5eb646d2eec7040d1a4a882d4e96580e197e909af8f9f6ccf49d3c718979e60281324edc2f7ea483b9c39cb2cc8f5e89275291fcaeb902929ca01ea194adc08c6b6d03e6c3da0ef29475a1a51eb8d3acfe5920b1861ea96d2066cc6f0aa705405f8d7f57636bd7ba8e272a8fa6cee3b78a1af98e413777298b47032b8a163d33f976159c4ffd9f555df8db5adfc3cdeb4f898298811e6901477716dc9f9c260f75053efe575450e04f6aea925ac58bbad3bde7db0f744855aa9b0e2c678c563e535d6ae40ff0c5af7e498515239763597bb4f351651f97d2b6247e1600a9cd6da96552932424e2e56caf85e5fa3acff3c1e8c1d8da5c4149d3d6e7018d36170c87cf4b3bc2a7dff18edc61dcfb2120625b481a9e67abfafd7107a428143b1dcbc4c97729d615efe8e41889b69f54526c7eed76aa61f0ce706ba7d58f369f93ec583f5ba198f5a82db269f8d6d9db3e9a31f13e4ee2524a14f91c0e6652cb2199181694fb5b7b04fb0c54e0f8b467914cbee0ce9ab729174a63a6c62783d3df78267a30a1f9fbd101391294831f77a5e4f1e95e923a4a8e795037a7f9e87f2a56688b4cb75753142811e64f0ecf91c49330e3cf257a703cfb83f1dab981ce919b14885175af2f7c740cea50cdaecfe4ae8e0b1484e8f25e5b1dd182bf283a5cd0bbbbf8ec2e1224e533657880dd626bbcdd0504fb82b8313d28e03521a54100afe2c7c6080dfe87ca1554d7ca94f25069c0169da75ac72a8ce8ee8a52182b6933cfb38b6ce71812e657c4fe5e1a80ade1e5c264fa489294a97da901594179bd8626a5e172fe50cd38ba35728c68d06b63e862405ffb2a77e7dfc446b2c5d06be72011b24e9692379e4734f7f3cde11c9572132c3e4143f4be922e5ad5fe75e21383f975f4d6f94c7da06eb8b85a61a68089bb88817996a9fa22f99443518959313771014d6b0372ea47d2168f2f568dc18284d4c0833d8c159f67fc73f8553fdb2a597621c4a89098d3328d8d4db60352317bab3ff1a0e4db24fdeaed40ce866de45916f39675371ace9ecfbf7cdeb376e834522f13374ac71f58266851ec11e846fa22f225391a5772cfbd1436d4693eda7d9db34ed46491f928fb4f12d7f7fb4ca', 'APPLIED', '', 1, NULL, '2026-11-21 13:33:49.946334+00', '2026-11-21 13:33:50.378902+00', 3);
INSERT INTO plugin_stripe_payments.webhook_event VALUES ('ridgeline', 'g90dbivJQBSmzewHFulfkA', 'evt_OOy0YugeRlwS0z7a6XfmWPhn', 'charge.updated', 'ch_Pp8oe8IqIP165DUVjsYQWylm', 'acct_myR95k3yiBnwIkgq', false, '2026-07-29.dahlia', '\x010000000183d76e75b583e485f3db1acb4df1c061b1b60af06dfc3d1bcbbd86a088cf6117d6acb94f97bc6b0161c6e2af7dcb9a4044d9d629603302832fc5b8f85ef565a6944c0c99bda6f60cf40fa4a879a60ffc0b197a7d98ccbf522eeff5e40ab88546baad7fd978e973b2fcf38d54cb4e8ddc9ee41ef5812cbe4fa176a95ea37414261fe2b1b928082b5e98c7de4bc6b45890b97c41be411f920b180f7c9079c57eff07ddba2dff1b8c21d9e6e1d1fd40089f8f21911733e0e6129b046fc1e0ce1c7ef93cce606e669d44fa515d5cefbc5c91e41e96939a392389ae4bc779315bfafa63ad7ffbf06a17d41c0d3904fc25af966ddb59258516f6c6f39da72d6eb59e1f6dd0721ef4c120d7bd1609ac61980282651766f346b53bb1de1c869c5ea30375f5fc1e51bfc9f9d0d122d4894f1c4fb3e48323dfd7dd237c5dbb6229270e9dfa1f72774c341ee819c82466c22e5c1613e3023eee0a3e93d96d85d15b4de0ffe0604d16b8493072c56508292402a72e7608a1e05195ed15ef44c212203c44347ca2fee61a475404b609defa7bc1231f3c6152e6a0d317622a22b7bc5f0d7191f2225ae17cbbaf2158fa0072f1c9c4487c24c5baa9bdd817bf5f43b4c0a6606f41c01226af2508a8a23a7a330684a371470061d3aaf190ca447b4ce0772763654a685b4e5fb1e6b4d36ea505deb85da97b325ce2f4547d7822c09f464e41f2ab7b2d92209ada54338e9d74ad2342e61f02658f863eb0434b16db18512626ad8487c3d218e4b77a56b5e3703606ee5bb9482082357eedeedfe7a076cab7d4d43c746860f383974a7346ce5bbb8442fac1efd628111f5b2107a974be4b42f88fc22d3481632e658f08b7ac40200a3391d2fe58e7aceb0bfaed026baf55a9c3480568191306516c65527544f1faf6592da9e33cebc7a1477e136d2ac699139d96eff7813b92781e5f3d74c54a30643535de90083fd2726b24b53a42b54178e69de9735d771115bbc3e5a56d93d12c6be52057fe37597258eec71183078286adeb2f6bd045d405bff19cbdc383516ac88be6a58cb9a8a23bc3781b6595ca07fe770f6f655cf87d4b9430db0e8ce1c7a3e2bceef81b635630f254eb860f84293949e97be7beaee015de88280f4142a21d7963ba446ad71de9974e32869e1f21132fb99025ef5313731911b48668c86db95b24dcc13eb2b1906023138d61fe91fc4bf58c495a949ea353249a776ea91248aa8b06d09ddba5fc25b3f4dbd46bdada30cd4fdec18a448e337a15405c233eb8186ec3d8e072e49d520bd6c121cc3da470497c0e04a84e2e93c22d4f842f491caa0c29563cbb7438c8baa9fcaab5731f5a0b138b74a41b2c3a770438871054e91a9d76dcbee43d876dfdd4b508c92b580a2882fe81a9b1104b9c0aeefa65300f02e8c7621c7f47d3e0b6a118924f76d121b27bb4f4df61937381227cf854bbe415e5e33c8016cbffa71a7f89dc2f2ee30a693a58edd36be9ba93d8dbdf11ff94321dbb0329a249df655f375e297ca424e9bc01ac9538e5628d885f08e7518c91c9592952127a561b90c05441b0aa5ad3d6491f2d2252ca77916fa2b6852204af923a440ab77a8b5145c101aecc436a1a13943fb1f0d0354592b8578bbc7181b4a0e7a40f0dc49c83e979d1e4cc16e37d446623c5213a024250f4f6a19ed097e793a88c4ac703238d959cd630bab095496462acd2c6c6fc7ab532757810a4d75f5773ade6eeb3be1399a02ff6dab5ada1b34ded0d89464be9989a499c36464198e17d045dcb20e995a5591c2a44fc1554153ebf6fd6d671cacdd434579cf227ce0b695e58c98e8e05fe9a6bf0e53e332d7faea29adcb2b16d8c10288b9edb096b658b4e45d029e9f8fb4821ff64dd3ba6c890ab77e03f8d4fc4eaabbc291ffa9871d20bbde7c3780bd667fd3fc1df9be54a1639271055addbbf959d9d9a2848e5163e84fd325b9f10dfbb94026ee4770677a590f8cba55272391525cfe84900086288549fa34b615aef9e9193a3e0ba6adf3a9d0398999f0eebed26a17373b03f3aed63aafa76beb0228e3714728c4bd2f3947b85d885be8b3e8acb5a4c32d2dc3fc79343416d660cdbcbedc75077b26fe78b275c4816b50b99eaee4cbee40f3e1f471f8f02c1dc1821340b9ef16fd198da098183011324d220b6fa5cb60dad8e69245b5da64cc6d0823a11ec4fc29f7a84a45f13dbd6942c5f4d653334df4b5a8ea9c83065217d2e7c10ac544b716d32f03dab802a1cd122d30698772c02c69a7ded2962a010c852948744b95b908dbb86ec9840edc31e864e1ed49b66f9188811eeb070fae4c8c9c40a1b24f3ac37ee85614a796e20596dd93e3c1103ac178455f3771c89840ad74e0d4152c694c1a2cf2a521de96f3c065d82462387dad8900334752c88ccacc98a3aac3a4d8f9cadf16e28eabe08f6044f027b82a489d0182065dc88712b044fd8c0e98b08c0a014a9b71bbf0c7e6cb56829efae926e9c9ba2a8ab4781ffdbdb3d99815eb9728e5e053c299a67883919347b2ad03a85d6c91417828a39d0a3f356b3dcf093134e8d34d529b2e0b0af467a72dea04684810c1f9e031772eec755daf38a6501268d778ad4db7f8876ef65590baa5f4c3cdb7c964048628ec3f7422e2fef4509b5173a9c43391d13cf0581c670e02f936332cd54042dea2515e5860747dda917a5d7300907d04231908d89018a80d12bf91895a71e7a57f41ea514f3e5412467b47a2dea80bd06e4e48806626f95934a771375806e58ad70a50b101e94a4cfe88b8c5de4d2987de2313ea36e58d6058fcbdb282a77858ecc7ed43a40b0cf61cb7fcd68e03c915c4d82d2cebe9b6283716a2b1579d2bc2f6654ed91a34cfbbf82f1ad407514d936754715f18f8b0eac666d4c38ea05c45ac8ef0df511e76bace8b4ae47f955af68fee79a99d60ad54dece9d4facd747dea5baa7ac96e0fc2789dc797ad0dff9ed37b2aa12eaa3e2d500410a33570c9671fc25bd62521125200f08022ddbcb71bcf41fddfb8b07992249f5463d96102af934d5c443a987779df197f3feea9721e5c18bce196180f0306e783e9b3f2279e8c1bbdb097131e4f5b3a38e323e09d60a200853a58e3afd15b1d7d5800a6019f209aaa26bc64122797d1437cddaa765d4e50a7eaec1adff813afba70e84616d515623368191a59b57c06d3e6d63ef8e3152b7ad70b9fb67e13d6aa6891a963de86763ccc664711781bb11f7b3b7577acfb8cffdb0b34a21409d6703e393c7a7957433173241d68756d5378f5798cab94e6da1656d78eba5c1bf2587a6784c741f355acb72a36f40f9f963c9d9b4effdd64d36e6db0276530e1534691b17d5cd0f05979d954e1461e3dd101de29e9cd8c02a3bc207d3880d848126319fafb74c3ba117167ddefa2668247b1bd89d124a07b8590dff88049afc8cdae2b4ba572290e26a4b0f8ff3a723f314ee7e49253ee12d3b8a2a9b1271e25bb617ab78913d7dd05988211e1bb5ea40a8e998ec66852046522d505251731c802a07ab1b3211721dfb261beb92bc2e5f43878356abf35e1f47d99c1b1e16fcbfbff4cadc3f3064d5b561bc2e0d3090e4d4c823a5b8221d81c73789472af252656c3bb991399133877c5e7da95ac24d64ce9ad6a504fafca8ec33701567bba8802013ffc7b9cfad8f30fb377595d4e0cc6f569afd9ab4f59d0d121bbf48ff5be2134f29cb1a1b8a09b5f3d07e239af984e7fa93267c6e64633c5091631c43fd70f1aa44d6339327771a5efe17ee0c12985fbd097023e52d4a9ad9f0d62a53ce1c8a8712a17c0a70cbc285f0c0525ed00ee1e47d24b6adcfd48095695ea9b857628f9d095bdf8691532455e7acb45dd793a5f805e209f2819ac9c487f4394e336f57dfb844edd2259b7cb833e79a47373ef273722ffb490a69c00ad640bfa4783169db690fb38ad0729ee78241f3108740142f379ccfca10983a8b8465b7e8aa2dbbd458c398da123679f3098c5c546b6f99dc84d86e50fc7efdcfc68e41b3309e08ad85b5990f8f7dc32bf1043f5a538d79beab3fd77ef8a88c778e487e783767986414e5e605db15c937b5998f2163606682a85059992ce3c923ca4090696a496fa5b540e5a312e10a4a527f91e86b0212d8cfb27e62e1e2b94bcef2e81f10b223bd36337eb3a33aab8a2e8891dbcbdba9cca0b1a438d65316ff4fdb0ce4e463a747de21e47f9f47e556494b66bdd6441f27f1f5a5a38706462f32522ba20512543ec3547140862ef0a255e70db100e14764a02b235bd4172b446b92cc12e4fff2a2cf183a21d6fcb62d1992b7f9f7a4cd4ddd3eb70059735e6f29de5d2e7a1ba3bf7cfb411f5e3779ce5c77ae3c026266854e46250246605c4aba45816c869d139dd1c0f422a0e120a55e116400d9c5346f12807131ac02a315cf83acb4a6386a3bb8c4f450d9e599da527867be52e14f25cb08df3c8e6a570b8f36046928a8d64a68afc12c9965c2accfb136ec4e2841ca1d20acea55d298d6097b28eac3f4b86c7f11e8b1338a94c8ba3b0b42e248d0deebf0c6c06658a33e61154b92f92ea1212b8d2218f4e971e62660f33d030ca9229b9e67294ba75d8ccdbf78a4cc69c738dcab2d6cb0f3fcf9da92fd32b3122161eecc3436002a21b4b2a0b5a6906db5ccadcce0a836b10d78fed4addc295563ab6f7653fbd1cf22a6b2d8b041ce48d7a6d264550f4b8fe580405f3a635add0a15dd1ab6c56a382553529795ee2daa4391152629d1c82646749a52a26b1a722df7ffcb1a50243b5e2a3d98b8af15ac2efbc575c13e4b413faee977fcbc5c5f30ac028e445b81d8b33c4a45dead0de32c72666be1a62ba38dec7396f13e16f0228bf488f895bf4ab3d948877d86ab7df3dbcd7d7ec74dcc900550237824d4fbdd53556c58fe007ba68884ae1b40f59b6f6d80ca7466bbc4ebd999e83bde58d218d4e0180470f8b84e85f966eebc0b28fe864c9e4cb3b512e47a8ced268af69c8ff8b07ea911278c7426710d9503e418c1a659bc20141d9518945d72e1a4975fb464666870e4a3166155807537f3db476cac8866b592a85f74dc742d8dd153c7e4e99ed2c2a4852764c2205cc993e7054324d77fc8bc661cdd972afd584051d069e8ef4b7185e754cf335b9a88d4c3704939d6a48d9b969cf76fe141c105d697568c561567ea5028d9ce7a81bd0854e5ecb9c17e42f9d6722e78634702c4318ad207043dce9b736afce559dbbaa3edf66940a1eaab21dd1c35f554d71cbc3b47a94b42eb46999e2bd22dbb06855ef3ae1936eab1a4d29c7e7933e785147f6fe6197ddd818fac50f51e05e0eb944792447d51abc401c109b47acd6be578bec4bfdef0a4a9ec6a65811f7b9514ebc0ce865c548e66c1c4f57a99cdf10b32dcdfc351dfb8760b6f923375fd0a92a8b3fb4b399aaa2191516d4cd4f0dedbdd7ee409fd26b1454159221ac63fac72d1c8ffecad98edb1f1ec74ab7dc891f49ccfc621e5120092c9ecbc96989e799ab5e464e05fa63603f18344ebb52b6e1339d8e940185aec9b42ba7be133003714455f18134f5911b3e06beaa6b2cd4f992fff2ae4680a957ea7e706bd5efe09ac4eb4e71da7baa4ad922aef4e4121d687f21625bfa2e7e24033e1da3a9cba7e8fe1dbf03cbbe', 'APPLIED', '', 1, NULL, '2026-11-21 13:33:51.876665+00', '2026-11-21 13:33:51.916789+00', 3);


--
-- Name: app_user app_user_login; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.app_user
    ADD CONSTRAINT app_user_login UNIQUE (login);


--
-- Name: app_user app_user_pkey; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.app_user
    ADD CONSTRAINT app_user_pkey PRIMARY KEY (org_id, user_id);


--
-- Name: client client_pkey; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.client
    ADD CONSTRAINT client_pkey PRIMARY KEY (org_id, client_id);


--
-- Name: flyway_schema_history flyway_schema_history_pk; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: notification notification_pkey; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.notification
    ADD CONSTRAINT notification_pkey PRIMARY KEY (org_id, notification_key);


--
-- Name: notification_read notification_read_pkey; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.notification_read
    ADD CONSTRAINT notification_read_pkey PRIMARY KEY (org_id, user_id, notification_key);


--
-- Name: organisation organisation_pkey; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (org_id);


--
-- Name: project project_pkey; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (org_id, project_id);


--
-- Name: user_session user_session_pkey; Type: CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.user_session
    ADD CONSTRAINT user_session_pkey PRIMARY KEY (session_hash);


--
-- Name: payment_cursor payment_cursor_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.payment_cursor
    ADD CONSTRAINT payment_cursor_pkey PRIMARY KEY (plugin_id);


--
-- Name: payment_event payment_event_event_id_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.payment_event
    ADD CONSTRAINT payment_event_event_id_key UNIQUE (event_id);


--
-- Name: payment_event_head payment_event_head_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.payment_event_head
    ADD CONSTRAINT payment_event_head_pkey PRIMARY KEY (head_id);


--
-- Name: payment_event payment_event_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.payment_event
    ADD CONSTRAINT payment_event_pkey PRIMARY KEY (event_seq);


--
-- Name: plugin plugin_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.plugin
    ADD CONSTRAINT plugin_pkey PRIMARY KEY (plugin_id);


--
-- Name: scheduled_tasks scheduled_tasks_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.scheduled_tasks
    ADD CONSTRAINT scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance);


--
-- Name: schema_history schema_history_pk; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.schema_history
    ADD CONSTRAINT schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: attempt attempt_one_live; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.attempt
    ADD CONSTRAINT attempt_one_live UNIQUE (org_id, live_request_id);


--
-- Name: attempt attempt_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (org_id, attempt_id);


--
-- Name: attempt attempt_session; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.attempt
    ADD CONSTRAINT attempt_session UNIQUE (org_id, stripe_checkout_session_id);


--
-- Name: connection connection_one_live; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.connection
    ADD CONSTRAINT connection_one_live UNIQUE (live_org_id);


--
-- Name: connection connection_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.connection
    ADD CONSTRAINT connection_pkey PRIMARY KEY (org_id, connection_id);


--
-- Name: discrepancy discrepancy_once; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.discrepancy
    ADD CONSTRAINT discrepancy_once UNIQUE (org_id, discrepancy_key);


--
-- Name: discrepancy discrepancy_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.discrepancy
    ADD CONSTRAINT discrepancy_pkey PRIMARY KEY (org_id, discrepancy_id);


--
-- Name: installation_mark installation_mark_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.installation_mark
    ADD CONSTRAINT installation_mark_pkey PRIMARY KEY (installation_id);


--
-- Name: ledger_entry ledger_entry_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.ledger_entry
    ADD CONSTRAINT ledger_entry_pkey PRIMARY KEY (org_id, posting_id, line);


--
-- Name: ledger_posting ledger_posting_once; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.ledger_posting
    ADD CONSTRAINT ledger_posting_once UNIQUE (org_id, posting_key);


--
-- Name: ledger_posting ledger_posting_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.ledger_posting
    ADD CONSTRAINT ledger_posting_pkey PRIMARY KEY (org_id, posting_id);


--
-- Name: operation operation_key; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.operation
    ADD CONSTRAINT operation_key UNIQUE (org_id, idempotency_key);


--
-- Name: operation operation_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.operation
    ADD CONSTRAINT operation_pkey PRIMARY KEY (org_id, operation_id);


--
-- Name: outbox outbox_once; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.outbox
    ADD CONSTRAINT outbox_once UNIQUE (org_id, dedupe_key);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (org_id, outbox_id);


--
-- Name: pay_link pay_link_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.pay_link
    ADD CONSTRAINT pay_link_pkey PRIMARY KEY (token_hash);


--
-- Name: payment payment_intent_once; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.payment
    ADD CONSTRAINT payment_intent_once UNIQUE (org_id, stripe_account_id, stripe_payment_intent_id);


--
-- Name: payment payment_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.payment
    ADD CONSTRAINT payment_pkey PRIMARY KEY (org_id, payment_id);


--
-- Name: payment_request payment_request_once; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.payment_request
    ADD CONSTRAINT payment_request_once UNIQUE (org_id, submission_key);


--
-- Name: payment_request payment_request_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.payment_request
    ADD CONSTRAINT payment_request_pkey PRIMARY KEY (org_id, request_id);


--
-- Name: record_balance record_balance_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.record_balance
    ADD CONSTRAINT record_balance_pkey PRIMARY KEY (org_id, record_object, record_id, currency);


--
-- Name: schema_history schema_history_pk; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.schema_history
    ADD CONSTRAINT schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: stripe_account stripe_account_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.stripe_account
    ADD CONSTRAINT stripe_account_pkey PRIMARY KEY (stripe_account_id, livemode);


--
-- Name: timeline_entry timeline_entry_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.timeline_entry
    ADD CONSTRAINT timeline_entry_pkey PRIMARY KEY (org_id, entry_id);


--
-- Name: webhook_endpoint webhook_endpoint_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.webhook_endpoint
    ADD CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (endpoint_id);


--
-- Name: webhook_event webhook_event_pkey; Type: CONSTRAINT; Schema: plugin_stripe_payments; Owner: -
--

ALTER TABLE ONLY plugin_stripe_payments.webhook_event
    ADD CONSTRAINT webhook_event_pkey PRIMARY KEY (org_id, endpoint_id, stripe_event_id);


--
-- Name: client_by_name; Type: INDEX; Schema: crm; Owner: -
--

CREATE INDEX client_by_name ON crm.client USING btree (org_id, name, client_id);


--
-- Name: flyway_schema_history_s_idx; Type: INDEX; Schema: crm; Owner: -
--

CREATE INDEX flyway_schema_history_s_idx ON crm.flyway_schema_history USING btree (success);


--
-- Name: notification_newest; Type: INDEX; Schema: crm; Owner: -
--

CREATE INDEX notification_newest ON crm.notification USING btree (org_id, created_at DESC);


--
-- Name: project_by_client; Type: INDEX; Schema: crm; Owner: -
--

CREATE INDEX project_by_client ON crm.project USING btree (org_id, client_id, created_at DESC);


--
-- Name: project_newest; Type: INDEX; Schema: crm; Owner: -
--

CREATE INDEX project_newest ON crm.project USING btree (org_id, created_at DESC, project_id DESC);


--
-- Name: user_session_expiry; Type: INDEX; Schema: crm; Owner: -
--

CREATE INDEX user_session_expiry ON crm.user_session USING btree (expires_at);


--
-- Name: scheduled_tasks_due; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX scheduled_tasks_due ON platform.scheduled_tasks USING btree (execution_time);


--
-- Name: scheduled_tasks_heartbeat; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX scheduled_tasks_heartbeat ON platform.scheduled_tasks USING btree (last_heartbeat);


--
-- Name: schema_history_s_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX schema_history_s_idx ON platform.schema_history USING btree (success);


--
-- Name: attempt_by_request; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX attempt_by_request ON plugin_stripe_payments.attempt USING btree (org_id, request_id, attempt_id);


--
-- Name: attempt_due; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX attempt_due ON plugin_stripe_payments.attempt USING btree (org_id, next_check_at);


--
-- Name: ledger_entry_by_account; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX ledger_entry_by_account ON plugin_stripe_payments.ledger_entry USING btree (org_id, account, currency);


--
-- Name: operation_due; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX operation_due ON plugin_stripe_payments.operation USING btree (next_check_at, org_id);


--
-- Name: outbox_due; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX outbox_due ON plugin_stripe_payments.outbox USING btree (due_at, org_id, outbox_id);


--
-- Name: pay_link_by_request; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX pay_link_by_request ON plugin_stripe_payments.pay_link USING btree (org_id, request_id);


--
-- Name: payment_by_request; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX payment_by_request ON plugin_stripe_payments.payment USING btree (org_id, request_id);


--
-- Name: payment_due; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX payment_due ON plugin_stripe_payments.payment USING btree (org_id, next_check_at);


--
-- Name: payment_request_by_record; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX payment_request_by_record ON plugin_stripe_payments.payment_request USING btree (org_id, record_object, record_id, request_id);


--
-- Name: schema_history_s_idx; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX schema_history_s_idx ON plugin_stripe_payments.schema_history USING btree (success);


--
-- Name: timeline_by_request; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX timeline_by_request ON plugin_stripe_payments.timeline_entry USING btree (org_id, request_id, entry_id);


--
-- Name: webhook_event_by_object; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX webhook_event_by_object ON plugin_stripe_payments.webhook_event USING btree (org_id, stripe_object_id);


--
-- Name: webhook_event_due; Type: INDEX; Schema: plugin_stripe_payments; Owner: -
--

CREATE INDEX webhook_event_due ON plugin_stripe_payments.webhook_event USING btree (next_try_at, org_id);


--
-- Name: app_user app_user_org_id_fkey; Type: FK CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.app_user
    ADD CONSTRAINT app_user_org_id_fkey FOREIGN KEY (org_id) REFERENCES crm.organisation(org_id);


--
-- Name: client client_org_id_fkey; Type: FK CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.client
    ADD CONSTRAINT client_org_id_fkey FOREIGN KEY (org_id) REFERENCES crm.organisation(org_id);


--
-- Name: project project_org_id_client_id_fkey; Type: FK CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.project
    ADD CONSTRAINT project_org_id_client_id_fkey FOREIGN KEY (org_id, client_id) REFERENCES crm.client(org_id, client_id);


--
-- Name: user_session user_session_org_id_user_id_fkey; Type: FK CONSTRAINT; Schema: crm; Owner: -
--

ALTER TABLE ONLY crm.user_session
    ADD CONSTRAINT user_session_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES crm.app_user(org_id, user_id);


--
-- PostgreSQL database dump complete
--


