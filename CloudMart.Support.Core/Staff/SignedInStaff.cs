namespace CloudMart.Support.Core.Staff;

/// <summary>The member of staff who acts. It comes from the sign-in, never from a request's content.</summary>
/// <param name="StaffId">The shop's id of the person, e.g. <c>staff-1</c>.</param>
/// <param name="Name">The first name, which customers see.</param>
/// <param name="IsSupervisor">Whether the person may also do what only supervisors may.</param>
public sealed record SignedInStaff(string StaffId, string Name, bool IsSupervisor = false);
